"""The words of web pages that are not the article: what each kind of junk is called, and how it is recognised."""

from __future__ import annotations

import re

_BOILERPLATE = re.compile(
    r"\b(?:cookies?|subscri(?:be|bers?|ption)|newsletters?|sign(?:ed)? (?:up|in)|log ?(?:in|out)|password|comments?|repl(?:y|ies)|"
    r"shared?|shares|follow(?:ers?|ing)?|facebook|twitter|linkedin|instagram|pinterest|whatsapp|copyright|rights reserved|"
    r"privacy|terms|policy|read (?:more|next|also)|learn more|related|recommended|you (?:may|might) (?:also )?(?:like|enjoy)|"
    r"trending|popular|advertisement|sponsored|ad ?block\w*|menu|home|search|contact|about us|faq|account|cart|checkout|"
    r"email address|your (?:email|name|comment|website)|click|downloads?|get started|free trial|demo|previous|next|back to|"
    r"table of contents|tags?|posted|categor(?:y|ies)|min(?:ute)?s? read|written by|view all|see (?:all|more)|"
    r"show (?:more|less)|load more|skip to|loading|print|save|likes?|views?|shop|buy now|add to|sources?|references|author|"
    r"updated|published|required fields?|leave a|cancel|submit|javascript|browser)\b|©|\|",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\W{0,4}(?:related|comments?|\d+ (?:comments?|responses?|thoughts|repl)|leave a|you (?:may|might)|recommended|recent|popular|"
    r"most |more |trending|about the author|about author|share|tags?|references|sources|footnotes|discussion|what others|"
    r"read (?:next|more|also)|sign up|subscribe|join|get |follow|latest|further reading|post navigation|speak your mind|"
    r"newsletter|view article sources|previous|next|reader interactions|filed under)",
    re.IGNORECASE,
)


def count_boilerplate(text: str) -> int:
    """How many words of `text` are at home on buttons, forms and footers."""
    return sum(1 for _ in _BOILERPLATE.finditer(text))


def opens_tail(text: str) -> bool:
    """Whether `text`, a short line, heads what follows an article: comments, related links, sharing."""
    return _TAIL.match(text) is not None


_KINDS: tuple[tuple[str, str], ...] = (
    (
        "log-in prompt",
        r"(?:lost|forgot(?:ten)?) (?:your )?password\b.*|(?:don['’]t|do not) have an account\b.*|already (?:have an account|a (?:member|subscriber))\b.*|"
        r"(?:log|sign) ?(?:in|out|up)(?: (?:now|here|with .{1,30}|to (?:your account|continue|comment|reply).{0,40}))?|"
        r"(?:please )?(?:log|sign) ?in to .{1,40}|register(?: now)?|create (?:an|your) (?:free )?account.{0,20}|remember me|(?:username|email)(?: or email)?(?: address)?\W*|password|"
        r"anmelden|registrieren|passwort vergessen\W*|iniciar sesión|regístrate|¿olvidaste tu contraseña\W*|se connecter|s['’]inscrire|mot de passe oublié\W*|"
        r"ログイン|新規登録|会員登録|लॉग ?इन(?: करें)?",
    ),
    (
        "comment form",
        r"speak your mind\W*|(?:leave|post|write|add) a (?:reply|comment)\b.{0,40}|(?:leave|post|write) your comment.{0,20}|(?:please )?enter your (?:comment|name|e-?mail).{0,40}|"
        r"your (?:e-?mail )?(?:address|name|website|comment)(?: \(required\))?\*?|your email address will not be published\b.*|required fields are marked\b.*|"
        r"save my name, email,? .*|(?:you must be|please) logged in to (?:post|comment|reply)\b.*|cancel reply|post comment|(?:\d+ |no )?(?:comments?|responses?)(?: \(\d+\)| on .{1,120}| so far)?|"
        r"notify me of (?:follow-?up|new) .*|join the (?:conversation|discussion)\W*|(?:view|show|read|load)(?: all)? (?:\d+ )?comments?|you have entered an incorrect email.*|"
        r"schreiben sie einen kommentar.*|(?:dein|ihr)e? (?:e-?mail|kommentar).{0,60}|kommentare?|deja un comentario.*|deja una respuesta.*|comentarios?|"
        r"laisser un commentaire.*|commentaires?|votre adresse e-?mail ne sera pas .*|コメント(?:する|を残す|を書く|を投稿)?|टिप्पणी.{0,20}|अपनी टिप्पणी.{0,30}",
    ),
    (
        "follower count",
        r"[\d.,]+ ?[kKmM]?\+? ?(?:fans|followers|subscribers|likes|shares|views|readers)(?: ?(?:like|follow|subscribe|share))?s?",
    ),
    (
        "newsletter pop-up",
        r"(?:subscribe|sign up|join|register)\b.{0,60}\b(?:newsletter|mailing list|inbox|updates|alerts|channel|digest|e-?mails?)\b.*|"
        r"(?:get|receive) .{0,60}\b(?:(?:in|to) your inbox|by e-?mail|newsletter)\b.*|we don['’]t spam\b.*|(?:our )?(?:weekly |daily |free )?newsletter\W*|"
        r"read our privacy policy.*|oh hi there\b.{0,8}|it['’]s nice to meet you\W*|subscribe(?: now| today| here)?\W*|thanks? (?:you )?for (?:subscribing|signing up)\W*|"
        r"check your (?:inbox|email).{0,60}|enter your email.*|(?:jetzt )?(?:newsletter|zum newsletter).{0,40}|(?:suscríbete|suscribirse)\b.{0,80}|(?:abonnez-vous|inscrivez-vous)\b.{0,80}|"
        r"(?:melden sie sich|abonnieren sie)\b.{0,60}newsletter.*|メールマガジン.{0,20}|(?:हमारे )?न्यूज़?लेटर.{0,40}",
    ),
    (
        "ad-block notice",
        r"ad-?\s?block(?:er|ing)?s?\b.{0,20}(?:detected|enabled|is on)\W*|(?:please )?(?:consider )?(?:support(?:ing)? us by )?(?:disabl|whitelist|turn(?:ing)? off)(?:e|ing)?\b.{0,40}\bad-?\s?block\w*.{0,40}|"
        r"please consider supporting us by .{0,60}|(?:we|it)(?:['’]ve| have|['’]s| is| looks like)?\b.{0,40}(?:using|detected) an? ad-?\s?block\w*.*|advertis(?:e|e?ment)s?|ads by .{1,30}|sponsored(?: content| by .{1,30})?|"
        r"story continues below(?: this)? ad\w*|continue reading below.{0,20}|anzeige|werbung|publicidad|publicité|広告|विज्ञापन",
    ),
    (
        "cookie or consent notice",
        r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies?\b.*|by (?:continuing|clicking|using)\b.{0,80}(?:cookies?|privacy policy|terms).*|accept(?: all)?(?: cookies)?|cookie (?:settings|policy|preferences)|"
        r"(?:wir|diese (?:web)?seite) (?:verwende[nt]|nutz(?:en|t)) cookies\b.*|(?:utilizamos|usamos|este sitio (?:usa|utiliza)) cookies\b.*|nous utilisons des cookies\b.*",
    ),
    (
        "share buttons",
        r"(?:(?:share|tweet|pin(?: it)?|print|e-?mail|save|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube|copy link|follow us)(?: (?:this|on|via|article|story|post|by)){0,3}[\s|,/•·:]{0,3}){1,12}|"
        r"share (?:this|on|via)\b.{0,30}|follow us\b.{0,40}|click to share\b.*|teilen|compartir|partager|シェア(?:する)?|ツイート|शेयर करें",
    ),
    (
        "related links",
        r"related (?:articles?|posts?|stories|news|topics|content|reading|links?)\W*|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)\W*|recommended(?: for you| reading| stories| articles)?\W*|recommend for you\W*|"
        r"(?:also|read|see|must)[ -](?:read|also|more|next|watch)\b(?:\s?[:|–-].*|\W*)|more (?:from|in|on|stories|news|about)\b.{0,40}|(?:most|trending|popular|latest|top|recent) (?:read|viewed|popular|now|posts?|news|stories|articles|shared)\W*|trending\W*|"
        r"(?:get in touch|back to top(?: button)?|read more|load more|show more|view all|see all|next (?:article|post|story)|previous (?:article|post|story))\W*(?:\.\.\.)?|"
        r"(?:das könnte (?:sie|dich) auch interessieren|mehr zum thema|lesen sie auch|auch interessant|te puede interesar|también te puede interesar|noticias relacionadas|lee también|"
        r"à lire aussi|lire aussi|sur le même (?:sujet|thème)|articles liés|関連記事|あわせて読みたい|おすすめ記事|संबंधित (?:खबरें|लेख)|यह भी पढ़ें|ये भी पढ़ें).{0,120}",
    ),
    (
        "copyright notice",
        r"(?:©|\(c\)|copyright\b).{0,160}|(?:.{0,80}\b)?all rights reserved\b.{0,80}|alle rechte vorbehalten\b.{0,40}|todos los derechos reservados\b.{0,40}|tous droits réservés\b.{0,40}",
    ),
)
_RULES = tuple((name, re.compile(rf"\W{{0,4}}(?:{pattern})\W{{0,4}}", re.IGNORECASE)) for name, pattern in _KINDS)
_LONGEST_CHARS = 220


def junk_kind(text: str) -> str | None:
    """What kind of junk the line `text` is, where its own words leave no doubt; else None."""
    if len(text) > _LONGEST_CHARS:
        return None
    return next((name for name, rule in _RULES if rule.fullmatch(text)), None)

"""Stage 2: what one article says about itself, without regard to any other."""

from __future__ import annotations

from dataclasses import replace

from ..config import Config
from ..model import Analysis, Article
from ..text import sentences as sentence_cutter
from ..text import summary
from ..text.mail_addresses import without_mail_addresses
from .attribution.find_attributions import find_attributions
from .attribution.speaking import with_speakers
from .dates.find_dates import find_dates
from .keyphrases.ranking import find_keyphrases, focus
from .names.find_names import find_names
from .read_up_to import read_up_to

__all__ = ["analyse"]


def analyse(article: Article, config: Config) -> Analysis:
    """The sentences of `article`, its keyphrases, a summary of 2 to 4 sentences, and what its sentences name. Of one
    that has more sentences than `limits.sentences`, what stands behind those is left out of its article too."""
    language = article.metadata.language or config.language
    article, sentences = read_up_to(article, sentence_cutter.split(article, language), config.limits.sentences)
    names = find_names(tuple(replace(s, text=without_mail_addresses(s.text)) for s in sentences))
    keyphrases = find_keyphrases(article, sentences, language, names, config.keyphrases.engine)
    return Analysis(
        article=article,
        sentences=sentences,
        keyphrases=keyphrases,
        summary=summary.choose([s.text for s in sentences], focus(keyphrases, language), language=language),
        names=names,
        dates=find_dates(sentences),
        attributions=with_speakers(find_attributions(sentences), sentences, article.paragraphs),
    )

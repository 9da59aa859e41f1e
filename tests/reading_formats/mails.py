"""Mails that somebody passed on, as the programs of many houses and languages write them."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

from .make_fixtures import STORY

SUBJECT = "Vellmar to deepen its northern basin"
S = SUBJECT
BODY = "\n\n".join(STORY)
CARRIER = "Berta Umbel"


@dataclass(frozen=True, slots=True)
class Shape:
    """A mail that is passed on: the carrier's subject, and the text in which the other mail stands."""

    name: str
    subject: str
    text: str
    sender: str | None = "Ana Brandt"
    day: str | None = "2020-10-07"


def carried(shape: Shape, html: bool = False) -> bytes:
    """The mail of a carrier, sent two days later from an address of her own."""
    mail = EmailMessage()
    mail["From"] = f"{CARRIER} <berta.umbel@carrier.example>"
    mail["To"] = "desk@ledger.example"
    mail["Subject"] = shape.subject
    mail["Date"] = "Fri, 09 Oct 2020 08:00:00 +0200"
    mail.set_content(shape.text, subtype="html" if html else "plain")
    return mail.as_bytes()


def _quoted(text: str, mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


_GMAIL = (
    "---------- Forwarded message ---------\nFrom: Ana Brandt <press@port.example>\n"
    "Date: Wed, Oct 7, 2020 at 11:30 PM\n"
    f"Subject: {S}\nTo: Berta Umbel <berta.umbel@carrier.example>, Desk <desk@ledger.example>\nCc: <x@port.example>"
)
_OUTLOOK = (
    "From: Ana Brandt <press@port.example>\nSent: Wednesday, October 7, 2020 11:30 PM\n"
    f"To: Umbel, Berta <berta.umbel@carrier.example>; desk@ledger.example\nSubject: {S}"
)

PLAIN = (
    Shape("gmail", f"Fwd: {S}", f"For you.\n\n{_GMAIL}\n\n\n{BODY}\n"),
    Shape("gmail bold", f"Fwd: {S}", f"{_GMAIL.replace('From:', '*From:*').replace('Date:', '*Date:*')}\n\n{BODY}"),
    Shape("gmail wrapped", f"Fwd: {S}", _GMAIL.replace(", Desk <", ",\n Desk\n<") + f"\n\n{BODY}"),
    Shape("outlook", f"FW: {S}", f"See below, Berta\n\n________________________________\n{_OUTLOOK}\n\n{BODY}"),
    Shape("old outlook", SUBJECT, "FYI\n\n-----Original Message-----\n"
          f"From: Ana Brandt [mailto:press@port.example]\nSent: 07 October 2020 23:30\nTo: Berta Umbel\nSubject: {S}\n"
          f"Importance: High\n\n{BODY}"),
    Shape("outlook german", f"WG: {S}", "Zur Kenntnis\n\nVon: Ana Brandt <press@port.example>\n"
          f"Gesendet: Mittwoch, 7. Oktober 2020 23:30\nAn: Umbel, Berta\nBetreff: {S}\n\n{BODY}"),
    Shape("numbers german", f"WG: {S}", f"-----Ursprüngliche Nachricht-----\nVon: Ana Brandt\nDatum: 07.10.2020 23:30\n"
          f"An: desk@ledger.example\nBetreff: {S}\n\n{BODY}"),
    Shape("outlook french", f"TR : {S}", "Pour info\n\nDe : Ana Brandt <press@port.example>\n"
          f"Envoyé : mercredi 7 octobre 2020 23:30\nÀ : Berta Umbel\nObjet : {S}\n\n{BODY}"),
    Shape("french marker", f"Tr: {S}", "---------- Message transféré ---------\nDe : Ana Brandt <press@port.example>\n"
          f"Date : mer. 7 oct. 2020 à 23:30\nObjet : {S}\nÀ : <desk@ledger.example>\n\n{BODY}"),
    Shape("apple", f"Fwd: {S}", "Hello desk,\n\n"
          f"Begin forwarded message:\n\n{_quoted(f'From: Ana Brandt <press@port.example>{chr(10)}Subject: {S}')}\n"
          f"> Date: 7 October 2020 at 23:30:00 CEST\n> To: desk@ledger.example\n> \n{_quoted(BODY)}\n\n"
          f"Berta's phone\n"),
    Shape("apple german", f"Fwd: {S}", "Anfang der weitergeleiteten Nachricht:\n\n"
          "Von: Ana Brandt <press@port.example>\n"
          f"Betreff: {S}\nDatum: 7. Oktober 2020 um 23:30:00 MESZ\nAn: Desk <desk@ledger.example>\n\n{BODY}"),
    Shape("thunderbird", f"Fwd: {S}", f"\n-------- Forwarded Message --------\nSubject: \t{S}\n"
          f"Date: \tWed, 7 Oct 2020 23:30:00 +0200\nFrom: \tAna Brandt <press@port.example>\n"
          f"To: \tdesk@ledger.example\n\n{BODY}"),
    Shape("spanish", f"RV: {S}", "De: Ana Brandt <press@port.example>\n"
          "Enviado el: miércoles, 7 de octubre de 2020 23:30\n"
          f"Para: Berta Umbel\nAsunto: {S}\n\n{BODY}"),
    Shape("italian", f"I: {S}", "---------- Messaggio inoltrato ---------\nDa: Ana Brandt <press@port.example>\n"
          f"Date: mer 7 ott 2020 alle ore 23:30\nOggetto: {S}\nA: <desk@ledger.example>\n\n{BODY}"),
    Shape("dutch", f"Doorst: {S}", "Van: Ana Brandt <press@port.example>\nVerzonden: woensdag 7 oktober 2020 23:30\n"
          f"Aan: Berta Umbel\nOnderwerp: {S}\n\n{BODY}"),
    Shape("polish", f"PD: {S}", "---------- Przekazana wiadomość ---------\nOd: Ana Brandt <press@port.example>\n"
          f"Data: 7 października 2020 23:30\nDo: Berta Umbel\nTemat: {S}\n\n{BODY}"),
    Shape("russian", f"Fwd: {S}", "-------- Пересылаемое сообщение --------\nОт: Ana Brandt <press@port.example>\n"
          f"Дата: 7 октября 2020 г. 23:30\nКому: desk@ledger.example\nТема: {S}\n\n{BODY}"),
    Shape("chinese", f"转发：{S}", "---------- 转发的邮件 ----------\n发件人：Ana Brandt <press@port.example>\n"
          f"发送时间：2020年10月7日 23:30\n收件人：desk@ledger.example\n主题：{S}\n\n{BODY}"),
    Shape("quoted whole", f"Fwd: {S}", _quoted(f"{_OUTLOOK}\n\n{BODY}")),
    Shape("fields apart", f"FW: {S}", "\n\n".join(_OUTLOOK.split("\n")) + f"\n\n{BODY}"),
    Shape("attribution alone", f"Fwd: {S}", "On Wed, Oct 7, 2020 at 11:30 PM Ana Brandt <press@port.example>\n"
          f"wrote:\n\n{_quoted(BODY)}"),
    Shape("nested", f"Fwd: Fwd: {S}", "First.\n\n---------- Forwarded message ---------\n"
          "From: Carl Oke <carl@second.example>\nDate: Thu, Oct 8, 2020 at 9:00 AM\nSubject: Fwd: "
          f"{S}\nTo: <berta.umbel@carrier.example>\n\nSecond.\n\n{_GMAIL}\n\n{BODY}"),
    Shape("nested and quoted", f"Fwd: {S}", "Begin forwarded message:\n\n> From: Carl Oke <carl@second.example>\n"
          f"> Subject: Fwd: {S}\n> Date: 8 October 2020 at 09:00:00 CEST\n> To: berta.umbel@carrier.example\n>\n"
          f"> Look.\n>\n"
          + _quoted(f"Begin forwarded message:\n\n{_quoted(_OUTLOOK)}\n>\n{_quoted(BODY)}")),
    Shape("nested in two languages", f"WG: {S}", "Von: Carl Oke <carl@second.example>\n"
          "Gesendet: Donnerstag, 8. Oktober "
          f"2020 09:00\nAn: Berta Umbel\nBetreff: FW: {S}\n\nBitte lesen.\n\n{_OUTLOOK}\n\n{BODY}"),
    Shape("a thread of answers", f"FW: {S}", f"{_OUTLOOK.replace('Subject: ', 'Subject: RE: ')}\n\n{BODY}\n\n"
          "From: Carl Oke <carl@second.example>\nSent: Tuesday, October 6, 2020 9:00 AM\nTo: Ana Brandt\n"
          "Subject: The basin\n\nWhen will the basin be dug, and who is to pay for it?\n"),
    Shape("address alone", f"Fwd: {S}", _GMAIL.replace("Ana Brandt <press@port.example>", "<press@port.example>")
          + f"\n\n{BODY}", sender=None),
    Shape("address as a name", f"Fwd: {S}", _GMAIL.replace("Ana Brandt <", "'press@port.example' <") + f"\n\n{BODY}",
          sender=None),
    Shape("no date", f"Fwd: {S}", "---------- Forwarded message ---------\nFrom: Ana Brandt <press@port.example>\n"
          f"Subject: {S}\n\n{BODY}", day=None),
    Shape("numbers nobody can order", f"FW: {S}", _OUTLOOK.replace("Wednesday, October 7, 2020 11:30 PM", "07/08/2020")
          + f"\n\n{BODY}", day=None),
    Shape("numbers that the carrier's day orders", f"FW: {S}",
          _OUTLOOK.replace("Wednesday, October 7, 2020 11:30 PM", "12/06/2020") + f"\n\n{BODY}", day="2020-06-12"),
    Shape("on behalf", f"FW: {S}", _OUTLOOK.replace("From: Ana Brandt <press@port.example>",
          "From: Carl Oke <c@port.example> on behalf of Ana Brandt <press@port.example>") + f"\n\n{BODY}"),
)  # fmt: skip


def _lines(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n")


_HTML_BODY = "".join(f"<p>{line}</p>" for line in STORY)
_BOLD = (
    _lines(_OUTLOOK)
    .replace("From:", "<b>From:</b>")
    .replace("Sent:", "<b>Sent:</b>")
    .replace("Subject:", "<b>Subject:</b>")
)
_ROWS = "".join(
    f"<tr><th>{row.partition(': ')[0]}: </th><td>{_lines(row.partition(': ')[2])}</td></tr>"
    for row in _OUTLOOK.split("\n")
)
MARKUP = (
    Shape("gmail", f"Fwd: {S}", f'<div dir="ltr">For you.<br><br><div class="gmail_quote"><div class="gmail_attr">'
          f'{_lines(_GMAIL)}<br></div><br><br>{_HTML_BODY}</div></div>'),
    Shape("outlook", f"FW: {S}", f'<html><body><p>FYI</p><div style="border-top:solid"><p>{_BOLD}</p></div>'
          f"{_HTML_BODY}</body></html>"),
    Shape("outlook, a line a block", f"FW: {S}", "<p>FYI</p><hr>"
          + "".join(f"<div>{_lines(line)}</div>" for line in _OUTLOOK.split("\n")) + _HTML_BODY),
    Shape("apple", f"Fwd: {S}", "<div>Hello,</div><blockquote type='cite'><div>Begin forwarded message:</div><br>"
          f"<div><b>From: </b>Ana Brandt &lt;press@port.example&gt;<br></div><div><b>Subject: </b>{S}<br></div>"
          f"<div><b>Date: </b>7 October 2020 at 23:30:00 CEST<br></div><div>{_HTML_BODY}</div></blockquote>"
          f"<div>Berta</div>"),
    Shape("thunderbird", f"Fwd: {S}", f"<p>x</p><div class='moz-forward-container'>"
          f"<br>-------- Forwarded Message --------"
          f"<table>{_ROWS}</table><br>{_HTML_BODY}</div>"),
    Shape("a table in German", f"WG: {S}", "<table><tr><td>Von:</td><td>Ana Brandt &lt;press@port.example&gt;</td></tr>"
          f"<tr><td>Gesendet:</td><td>Mittwoch, 7. Oktober 2020 23:30</td></tr><tr><td>Betreff:</td>"
          f"<td>{S}</td></tr></table>"
          + _HTML_BODY),
    Shape("cited whole", f"Fwd: {S}", f"<blockquote type='cite'><p>{_BOLD}</p>{_HTML_BODY}</blockquote>"),
    Shape("nested", f"FW: {S}", "<div>See below.</div><p><b>De :</b> Carl Oke &lt;c@second.example&gt;"
          "<br><b>Envoyé :</b> jeudi 8 "
          f"octobre 2020 09:00<br><b>Objet :</b> TR: {S}</p><p>Voir.</p><p>{_BOLD}</p>{_HTML_BODY}"),
)  # fmt: skip

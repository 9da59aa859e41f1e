"""What explaining starts from: the finished site, and the workings behind its statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...briefing.on_topic import TopicWords, topic_words
from ...config import Config
from ...facts.workings import Workings, work
from ...model import Analysis, Site


@dataclass(frozen=True, slots=True)
class Known:
    """A site with its settings, its sources by id, the words of its topics by id, and how its statements were
    grouped."""

    site: Site
    config: Config
    analyses: Mapping[str, Analysis]
    topics: Mapping[str, TopicWords]
    workings: Workings


def known(site: Site, config: Config) -> Known:
    """Does the grouping of `site` once more, and keeps what a build forgets."""
    brief = site.brief
    return Known(
        site=site,
        config=config,
        analyses={a.article.id: a for a in brief.analyses},
        topics={topic.id: topic for topic in topic_words(brief.analyses, brief.topics, config)},
        workings=work(brief.analyses, brief.topics, config),
    )

"""The templates of the pages: Markdown with Jinja, filled by `generator.pages.template`."""

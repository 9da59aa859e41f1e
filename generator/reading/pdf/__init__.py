"""PDF: from the lines that pdfium finds to paragraphs in reading order."""

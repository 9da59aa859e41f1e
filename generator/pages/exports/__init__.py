"""What stands beside the pages: data export, feeds, bibliographies, addresses."""

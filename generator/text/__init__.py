"""What every stage may use: ids, sentences, words, term matching, summary choice, and the escaping of text."""

"""What every stage needs to know about words: sentences, quotes, words, quantities, nations."""

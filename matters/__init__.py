"""The command line: it ties the stages together and knows them all."""

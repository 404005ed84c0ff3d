// Nothing is called by name: linking is all.

"""The media engine: big files arrive whole over bad networks."""

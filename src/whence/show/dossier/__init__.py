"""The one-file HTML dossier."""

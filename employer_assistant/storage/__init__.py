"""The workspace file: saving, migrations, backups, the helper that writes files. The only room that knows SQLite."""

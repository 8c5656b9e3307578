"""Contract 1.5: what every tool says of a database that it cannot use."""

import os
import pathlib
import pwd
import shutil
import sqlite3
import unittest

from facts import tools
from office import BUILD, OfficeTest, each

USERS = tools(database=True)


def private(path):
    os.chmod(path, 0o600)


class Unusable(OfficeTest):
    @each(USERS)
    def test_missing(self, tool):
        office = self.new_office()
        office.db.unlink()
        run = office.sample(tool)
        self.assert_status(run, 66)
        self.assert_one_line(run, "grid-init", "[db.missing]")
        self.assertFalse(office.db.exists())

    @each(USERS)
    def test_of_another_program(self, tool):
        office = self.new_office()
        office.db.unlink()
        with sqlite3.connect(office.db) as db:
            db.execute("CREATE TABLE case_file (id INTEGER)")
        db.close()
        private(office.db)
        run = office.sample(tool)
        self.assert_status(run, 65)
        self.assert_one_line(run, "[db.foreign]")

    @each(USERS)
    def test_no_database_at_all(self, tool):
        for content in (b"", b"no,title\n1,x\n" * 100):
            office = self.new_office()
            office.db.write_bytes(content)
            run = office.sample(tool)
            self.assert_status(run, 65)
            self.assertEqual(office.db.read_bytes(), content, "it was written to")

    @each(USERS)
    def test_of_a_newer_version(self, tool):
        office = self.new_office()
        with sqlite3.connect(office.db) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
        run = office.sample(tool)
        self.assert_status(run, 76)
        self.assert_one_line(run, "999", "[db.version]")

    @each(USERS)
    def test_that_others_can_read(self, tool):
        for mode in (0o640, 0o604, 0o620):
            office = self.new_office()
            os.chmod(office.db, mode)
            run = office.sample(tool)
            self.assert_status(run, 77)
            self.assert_one_line(run, "chmod 600", "[db.exposed]")


class ReadOnly(OfficeTest):
    """As a user without privileges: root may write whatever the mode says."""

    def setUp(self):
        self.user = None
        if os.geteuid() == 0:
            self.user = pwd.getpwnam("nobody")

    def become(self):
        if self.user is not None:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)

    def program(self, name, folder):
        """The binary where an unprivileged user can reach it."""
        place = BUILD / "bin" / name
        if all(parent.stat().st_mode & 0o001 for parent in place.parents):
            return place
        return pathlib.Path(shutil.copy(place, folder))

    def locked_office(self):
        office = self.new_office()
        os.chmod(office.folder.parent, 0o755)
        if self.user is not None:
            for path in (office.folder, office.db, *office.folder.iterdir()):
                os.chown(path, self.user.pw_uid, self.user.pw_gid)
        os.chmod(office.db, 0o400)
        # A folder with a writable journal beside a file that is not would hide a writing reader.
        for journal in office.folder.glob("*-journal"):
            journal.unlink()
        return office

    def run_locked(self, office, tool):
        program = self.program(tool.name, office.folder.parent)
        os.chmod(office.folder, 0o500)
        self.addCleanup(os.chmod, office.folder, 0o700)
        return office.sample(tool, before=self.become, program=program)

    @each(tools(database=True, writes=False))
    def test_readers_work(self, tool):
        if tool.name == "grid-backup":  # writes its copy into the folder
            return
        office = self.locked_office()
        bytes_before = office.db.read_bytes()
        want = self.new_office().sample(tool)
        run = self.run_locked(office, tool)
        self.assert_status(run, *tool.statuses)
        # An export is marked with the system login.
        self.assertEqual(run.out.replace(b"(nobody)", b"(root)"), want.out)
        self.assertEqual(office.db.read_bytes(), bytes_before)

    def test_a_folder_that_may_not_be_entered(self):
        office = self.locked_office()
        program = self.program("grid-list", office.folder.parent)
        os.chmod(office.folder, 0o000)
        self.addCleanup(os.chmod, office.folder, 0o700)
        run = office.run("grid-list", before=self.become, program=program)
        self.assert_status(run, 77)
        self.assert_one_line(run, "[db.denied]")

    @each(tools(database=True, writes=True))
    def test_writers_are_not_permitted(self, tool):
        if tool.name == "grid-init":  # nothing to upgrade, nothing to write
            return
        office = self.locked_office()
        bytes_before = office.db.read_bytes()
        run = self.run_locked(office, tool)
        self.assert_status(run, 77)
        self.assertEqual(run.out, b"")
        self.assertEqual(office.db.read_bytes(), bytes_before)


class Init(OfficeTest):
    def test_never_overwrites(self):
        office = self.new_office()
        before = office.db.read_bytes()
        run = office.run("grid-init")
        self.assert_status(run, 73)
        self.assertEqual(office.db.read_bytes(), before)

    def test_is_private_and_leaves_nothing_else(self):
        office = self.empty_office()
        office.must("grid-init")
        self.assertEqual(office.db.stat().st_mode & 0o777, 0o600)
        self.assertEqual(sorted(os.listdir(office.folder)), ["grid.db", "home"])

    def test_dry_run_makes_nothing(self):
        office = self.empty_office()
        rehearsed = office.must("grid-init", "--dry-run")
        self.assertEqual(sorted(os.listdir(office.folder)), ["home"])
        self.assertEqual(rehearsed.out, office.must("grid-init").out)

    def test_the_file_says_what_it_is(self):
        db = sqlite3.connect(self.new_office().db)
        self.addCleanup(db.close)
        self.assertNotEqual(db.execute("PRAGMA application_id").fetchone()[0], 0)
        self.assertGreater(db.execute("PRAGMA user_version").fetchone()[0], 0)


if __name__ == "__main__":
    unittest.main()

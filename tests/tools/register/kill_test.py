#!/usr/bin/env python3
"""An import that is killed at any moment leaves all of the file or nothing of it; run again, it
gives what an undisturbed run gives. GRID_KILLS: at how many moments (200 beside the suite)."""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from street import Street

KILLS = int(os.environ.get("GRID_KILLS", "10"))


class Killed(unittest.TestCase):
    def test_run_again_it_is_as_if_nothing_had_happened(self):
        with tempfile.TemporaryDirectory() as folder:
            street = Street(folder, people=4000, damage=0.05)
            # Large enough that the indexes are made at the end.
            large = street.folder / "register.csv"
            padding = b" " * 100 + b"\r\n"
            large.write_bytes(large.read_bytes() + padding * (4 * 1024 * 1024 // len(padding)))
            started = time.monotonic()
            shutil.copy(street.folder / "empty.db", street.folder / "calm.db")
            street.imported("calm.db", "register.csv", status=3)
            takes = time.monotonic() - started
            expected = street.content("calm.db")
            rng = random.Random(7)
            finished = 0
            for round_ in range(KILLS):
                db = street.folder / "killed.db"
                for name in ("killed.db", "killed.db-journal"):
                    (street.folder / name).unlink(missing_ok=True)
                shutil.copy(street.folder / "empty.db", db)
                run = subprocess.Popen(["household-import", "--db", "killed.db", "register.csv"],
                                       cwd=street.folder, env=street.env,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    run.wait(rng.random() * takes * 1.1)
                    finished += 1
                except subprocess.TimeoutExpired:
                    run.send_signal(signal.SIGKILL)
                    run.wait()
                left = street.content("killed.db")
                self.assertIn(left, (b"", expected), round_)
                street.imported("killed.db", "register.csv", status=3)
                self.assertEqual(street.content("killed.db"), expected, round_)
            self.assertLess(finished, KILLS)


if __name__ == "__main__":
    unittest.main()

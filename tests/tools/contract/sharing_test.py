"""Contract 1.4: no lock is held while waiting; slow producers; many at once; killed at any moment.

GRID_KILLS sets how often the batch is killed (default 20), GRID_SEED the order of the moments.
"""

import json
import os
import random
import select
import signal
import sqlite3
import subprocess
import unittest

from facts import tools
from office import AREAS, PATIENCE, OfficeTest, each, read_line, shell_status, wait_until_read

BUILT = [tool.name for tool in tools()]
KILLS = int(os.environ.get("GRID_KILLS", "20"))
SEED = int(os.environ.get("GRID_SEED", "20261121"))
ONE_MORE = '{"type":"org","code":"X1","name":"一家公司","kind":"company"}\n'


def case_lines(count, prefix, start=0):
    return [
        json.dumps(
            {
                "title": f"案件{number}",
                "category": "0401",
                "area": "330782002005001",
                "source": "test",
                "source_ref": f"{prefix}{number}",
            },
            ensure_ascii=False,
        )
        + "\n"
        for number in range(start, start + count)
    ]


def org_lines(count):
    return [
        f'{{"type":"org","code":"N{number:05}","name":"第{number}单位","kind":"company"}}\n'
        for number in range(count)
    ]


class Flow(OfficeTest):
    @each(tools(lines=True))
    def test_a_slow_producer_gets_each_answer_before_the_next_line(self, tool):
        office = self.new_office()
        process = office.start(
            tool.name, *tool.arguments, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL
        )
        self.addCleanup(process.kill)
        for line in (tool.input.splitlines() * 3)[:3]:
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            answer = read_line(process)
            self.assertTrue(answer.endswith(b"\n"), f"no answer to {line}: {answer}")
            if tool.database:  # what has been seen is committed, and no lock is left
                office.must("grid-add", "--wait", "0", input=ONE_MORE)
        process.stdin.close()
        self.assertIn(shell_status(process.wait(PATIENCE)), (*tool.statuses, 1))
        process.stdout.close()

    @each(tools(batch=True))
    def test_a_collected_batch_waits_without_a_lock(self, tool):
        for option in ("--dry-run", "--atomic"):
            office = self.new_office()
            process = office.start(
                tool.name, option, *tool.arguments, stdin=-1, stdout=-1, stderr=-1
            )
            self.addCleanup(process.kill)
            process.stdin.write(tool.input.encode())
            process.stdin.flush()
            wait_until_read(process)
            office.must("grid-add", "--wait", "0", input=ONE_MORE)
            out, _ = process.communicate(timeout=PATIENCE)
            self.assertEqual(process.returncode, 0)
            self.assertEqual(out, self.new_office().sample(tool).out)

    def blocked_on_output(self, office, *arguments, input=b""):
        """A tool that has begun to print into a pipe which nobody empties."""
        office.write("in.jsonl", input)
        with (office.folder / "in.jsonl").open("rb") as file:
            process = office.start(*arguments, stdin=file, stdout=-1, stderr=-1)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        self.assertTrue(ready, "nothing was printed")
        return process

    def test_a_reader_whose_output_nobody_takes_holds_no_lock(self):
        office = self.new_office()
        office.must("grid-add", "--quiet", input="".join(org_lines(3000)))
        process = self.blocked_on_output(office, "grid-list")
        office.must("grid-add", "--wait", "0", input=ONE_MORE)
        self.assertIsNone(process.poll(), "it was to be blocked; print more")

    def test_a_writer_whose_output_nobody_takes_holds_no_lock(self):
        office = self.new_office()
        lines = "".join(org_lines(3000)).encode()
        process = self.blocked_on_output(office, "grid-add", "--quiet", input=lines)
        office.must("grid-add", "--wait", "0", input=ONE_MORE)
        self.assertIsNone(process.poll(), "it was to be blocked; print more")

    def test_two_tools_in_one_pipe_on_one_file(self):
        office = self.new_office()
        office.must("grid-add", "--quiet", input="".join(org_lines(3000)))
        script = "set -o pipefail; grid-list | grid-add --quiet --wait 0 | wc -l"
        run = subprocess.run(
            ["bash", "-c", script],
            cwd=office.folder,
            env=office.environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        listed = office.must("grid-list").text.count("\n")
        self.assertEqual(int(run.stdout), listed)

    def test_a_busy_file_is_told_and_can_be_waited_for(self):
        office = self.new_office()
        holder = sqlite3.connect(office.db, isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN IMMEDIATE")
        for tool in tools(writes=True):
            run = office.sample(tool, "--wait", "0")
            self.assert_status(run, 75)
            self.assertIn("[db.busy]", run.errors)
        waiting = office.start("grid-add", stdin=-1, stdout=-1, stderr=-1)
        waiting.stdin.write(ONE_MORE.encode())
        waiting.stdin.flush()
        wait_until_read(waiting)
        holder.execute("ROLLBACK")
        waiting.communicate(timeout=PATIENCE)
        self.assertEqual(waiting.returncode, 0)


class Together(OfficeTest):
    def at_once(self, office, commands):
        """Starts all, then feeds all; every one must succeed."""
        running = [
            (office.start(*command, stdin=-1, stdout=-1, stderr=-1), data)
            for command, data in commands
        ]
        for process, data in running:
            process.stdin.write(data.encode())
            process.stdin.close()
            process.stdin = None
        outputs = []
        for process, _ in running:
            out, err = process.communicate(timeout=PATIENCE)
            self.assertEqual(process.returncode, 0, err)
            outputs.append(out.decode())
        return outputs

    @unittest.skipUnless("case-report" in BUILT, "case-report is not built")
    def test_eight_file_cases_at_once(self):
        office = self.new_office()
        each_files = 50
        commands = [
            (("case-report", "--quiet"), "".join(case_lines(each_files, f"p{number}-")))
            for number in range(8)
        ]
        numbers = [
            json.loads(line)["no"]
            for out in self.at_once(office, commands)
            for line in out.splitlines()
        ]
        self.assertEqual(len(numbers), 8 * each_files)
        self.assertEqual(len(set(numbers)), 8 * each_files)

    def test_eight_processes_of_one_record_each(self):
        office = self.new_office()
        lines = org_lines(8)
        self.at_once(office, [(("grid-add", "--quiet"), line) for line in lines])
        listed = office.must("grid-list", "org").text
        for number in range(8):
            self.assertIn(f'"code":"N{number:05}"', listed)

    def test_readers_beside_writers(self):
        office = self.new_office()
        lines = org_lines(400)
        commands = [
            (("grid-add", "--quiet"), "".join(lines[number * 100 : number * 100 + 100]))
            for number in range(4)
        ] + [(("grid-list",), "")] * 4
        for out in self.at_once(office, commands)[4:]:
            for line in out.splitlines():
                json.loads(line)
        self.assertEqual(office.must("grid-list", "org").text.count('"code":"N'), 400)


@unittest.skipUnless({"case-report", "case-list"} <= set(BUILT), "case-report is not built")
class Killed(OfficeTest):
    """kill -9: every printed record is on file, no half of one, and a second run completes it."""

    CASES = 3000

    def killed_office(self):
        office = self.empty_office()
        office.must("grid-init")
        office.must("grid-add", input=AREAS)
        office.write("cases.jsonl", "".join(case_lines(self.CASES, "k")))
        return office

    def killed_run(self, office, moment):
        """Feeds lines in pieces of random size and kills at the line or the instant `moment`."""
        lines = (office.folder / "cases.jsonl").read_bytes().splitlines(keepends=True)
        with (office.folder / "printed.jsonl").open("wb") as printed:
            process = office.start("case-report", stdin=-1, stdout=printed, stderr=-1)
            fed, size = moment["fed"], moment["piece"]
            try:
                for start in range(0, fed, size):
                    process.stdin.write(b"".join(lines[start : min(start + size, fed)]))
                    process.stdin.flush()
                    select.select([], [], [], moment["pause"])
                try:
                    process.wait(moment["after"])
                except subprocess.TimeoutExpired:
                    pass
            finally:
                process.send_signal(signal.SIGKILL)
                process.wait(PATIENCE)
                process.stderr.close()
                process.stdin.close()
        data = (office.folder / "printed.jsonl").read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        return [json.loads(line) for line in whole.splitlines()]

    def filed(self, office):
        listed = office.must("case-list", "--all", "--format", "jsonl").records
        return {record["no"]: record["source_ref"] for record in listed}

    def check_round(self, moment):
        office = self.killed_office()
        printed = self.killed_run(office, moment)
        filed = self.filed(office)
        for record in printed:
            self.assertEqual(filed.get(record["no"]), record["source_ref"], "printed, not filed")
        if "grid-check" in BUILT:
            self.assert_clean(office)
        office.must("case-report", "--quiet", "cases.jsonl")
        filed = self.filed(office)
        self.assertEqual(len(filed), self.CASES)
        self.assertEqual(len(set(filed.values())), self.CASES, "filed twice")
        if "grid-check" in BUILT:
            self.assert_clean(office)

    def assert_clean(self, office):
        """The office has vacant posts, which grid-check tells; nothing else may be wrong."""
        told = office.must("grid-check", status=(0, 1)).records
        wrong = [r for r in told if not r["code"].startswith(("post.", "area.", "coverage."))]
        self.assertEqual(wrong, [])

    def test_kill_at_random_moments(self):
        chance = random.Random(SEED)
        for number in range(KILLS):
            moment = {
                "fed": chance.randint(1, self.CASES),
                "piece": chance.choice((1, 20, 200, self.CASES)),
                "pause": chance.choice((0, 0, 0.0005)),
                "after": chance.uniform(0, 0.4),
            }
            moment["piece"] = max(moment["piece"], moment["fed"] // 200)
            with self.subTest(round=number, **moment):
                self.check_round(moment)


if __name__ == "__main__":
    unittest.main()

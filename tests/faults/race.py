# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs on one workspace: exactly one opens it for writing, the others are told who holds it.

Called with the program `office` and the number of racing starts.
"""
import os
import signal
import subprocess
import sys

import offices
import tap

offices.OfficeCase.program = sys.argv.pop(1)
STARTS = int(sys.argv.pop(1))


class Race(offices.OfficeCase):
    def hold(self, office, **environment):
        process = office.start("hold", stdin=subprocess.PIPE, environment=environment)
        return process, process.stdout.readline().decode().rstrip("\n").split("\t")

    def end(self, process):
        process.stdin.close()
        process.wait()
        process.stdout.close()

    def assert_names(self, fields, process):
        self.assertEqual(fields[0], "store-busy", fields)
        self.assertIn("office", fields[2])
        self.assertIn("pid %d" % process.pid, fields[2])

    def test_racing_starts(self):
        office = self.make()
        # A holder that was killed leaves its name behind; nobody must be told of it.
        dead, fields = self.hold(office)
        os.kill(dead.pid, signal.SIGKILL)
        self.end(dead)
        processes = [office.start("hold", stdin=subprocess.PIPE) for _ in range(STARTS)]
        answers = [(process, process.stdout.readline().decode().rstrip("\n").split("\t")) for process in processes]
        winners = [process for process, fields in answers if fields == ["ok"]]
        self.assertEqual(len(winners), 1)
        for process, fields in answers:
            if process is not winners[0]:
                with self.subTest(pid=process.pid):
                    self.assert_names(fields, winners[0])
        for process in processes:
            self.end(process)
        office.do("set", "7", "person", "王秀英")
        self.assert_sound(office)

    def test_killed_holder(self):
        office = self.make()
        holder, fields = self.hold(office)
        self.assertEqual(fields, ["ok"])
        self.assert_names(office.run("open")[1], holder)
        os.kill(holder.pid, signal.SIGKILL)
        self.end(holder)
        office.do("set", "7", "person", "王秀英")

    def test_only_reading(self):
        """Who only reads is refused too: he would keep the holder from saving."""
        office = self.make()
        holder, _ = self.hold(office)
        status, fields = office.run("get", "7", "person", environment={"OFFICE_READ_ONLY": "1"})
        self.assertEqual(status, 1)
        self.assert_names(fields, holder)
        self.end(holder)
        office.do("get", "7", "person", environment={"OFFICE_READ_ONLY": "1"})

    def test_reader_was_first(self):
        """Readers beside each other; who wants to write is refused as long as they read, and loses nothing."""
        office = self.make()
        first, fields = self.hold(office, OFFICE_READ_ONLY="1")
        self.assertEqual(fields, ["ok"])
        office.do("get", "7", "person", environment={"OFFICE_READ_ONLY": "1"})
        for words in (["open"], ["set", "7", "person", "王秀英"]):
            status, fields = office.run(*words)
            self.assertEqual((status, fields[0]), (1, "store-busy"), fields)
        self.end(first)
        office.do("set", "7", "person", "王秀英")
        self.assertEqual(office.do("get", "7", "person"), ["王秀英"])

    def test_restoring(self):
        """Nothing is restored over a workspace that is open."""
        office = self.make()
        copy, = office.do("backup")
        holder, _ = self.hold(office)
        status, fields = office.run("restore", copy)
        self.assertEqual(status, 1)
        self.assert_names(fields, holder)
        self.end(holder)
        office.do("restore", copy)


if __name__ == "__main__":
    tap.main()

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start, a new workspace, who is working, going to and fro by keyboard, and closing without loss."""

import beginning
import guidrive
import sample_city
import tap

PRESSED = 20                                        # a bit of the state set


class FirstStart(beginning.Beginning):
    def test_new_workspace(self):
        app = self.start()
        app.wait("label", "^市域社会治理试点考核验收$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^新建工作区$")
        app.wait("label", "^这是哪一级单位？$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^下一步$")
        app.wait("list item", "^渭滨区")
        app.click("list item", "^金台区")
        app.click("button", "^下一步$")
        app.wait("label", "^由谁操作？$")
        app.fill("text box", "^姓名", beginning.PERSON)
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^下一步$")
        app.wait("label", "文档/验收/金台区2021$")
        self.assertEqual(app.unnamed(), [])
        app.click("button", "^新建工作区$")
        app.wait("label", "^还要做的$")
        app.wait("list item", "^未完成的任务, 未开始 110")
        app.wait("button", "^李建国 · 填报人、审核人$")
        self.assertEqual(app.unnamed(), [])
        self.assertEqual(app.quit(), 0)
        workspace = self.home / "文档/验收/金台区2021"
        status = sample_city.ask(beginning.BUILD, "status", workspace)
        self.assertEqual((status["unit"], status["state"]), ("610303", "draft"))
        # the next start knows it
        app = self.start()
        app.click("list item", "^金台区，2021年度考核，文档/验收/金台区2021，上次使用 今天")
        app.wait("label", "^还要做的$")

    def test_a_name_is_asked_for(self):
        app = self.start()
        app.click("button", "^新建工作区$")
        app.wait("label", "^这是哪一级单位？$")
        app.click("button", "^下一步$")
        app.wait("list item", "^渭滨区")
        app.click("button", "^下一步$")
        app.wait("label", "^由谁操作？$")
        app.key("ctrl+a", "BackSpace")
        app.click("button", "^下一步$")
        app.wait("label", "^请先填写姓名。$")
        app.wait("label", "^由谁操作？$")


class Frame(beginning.Beginning):
    def test_who_is_working(self):
        workspace = self.make_workspace("渭滨区", "王秀英")
        app = self.start(workspace)
        app.wait("label", "^由谁操作？$")
        self.assertEqual(app.unnamed(), [])
        app.click("list item", "^王秀英")
        app.wait("button", "^王秀英 · 审核人$")
        self.find_command("人员", "^人员", "^增加人员$")
        self.assertEqual(app.unnamed(), [])
        app.fill("text box", "^姓名", "张伟")
        app.click("button", "^增加$")                # a clerk, unless one says otherwise
        app.wait("checkbox", "^张伟, 填报人$")
        self.assertEqual(app.quit(), 0)
        app = self.start(workspace)
        app.wait("label", "^由谁操作？$")
        app.click("list item", "^张伟")
        app.wait("button", "^张伟 · 填报人$")

    def test_keyboard_alone(self):
        app = self.start(self.make_workspace())
        app.wait("label", "^还要做的$")
        self.find_command("czrz", "^操作日志", None)      # by the initials of its pinyin
        app.wait("search box", "^筛选操作日志$")
        self.assertEqual(app.unnamed(), [])
        app.key("alt+Left")
        app.wait("label", "^还要做的$")
        app.key("alt+Right")
        app.wait("search box", "^筛选操作日志$")
        app.key("alt+1")
        app.wait("label", "^还要做的$")
        app.key("F1")
        app.wait("label", "^工作台显示当前要紧的事")
        app.key("Escape")
        app.wait("label", "^工作台显示当前要紧的事", gone=True)
        app.key("ctrl+question")
        app.wait("label", "^后退，回到原来的位置$")
        app.key("Escape")
        self.session.run("xdotool", "key", "ctrl+w")
        self.assertEqual(app.process.wait(10), 0)

    def test_verify_and_back_up(self):
        workspace = self.make_workspace()
        app = self.start(workspace)
        app.wait("label", "^还要做的$")
        self.find_command("校验工作区", "^校验工作区", "^全部完好")
        app.key("Escape")
        app.wait("label", "^全部完好", gone=True)
        for copy in (workspace / "backup").iterdir():
            copy.unlink()
        self.find_command("立即备份", "^立即备份", "^已备份到 ")
        self.assertEqual(len(list((workspace / "backup").iterdir())), 1)
        self.find_command("诊断", "^诊断", "^全部复制$")
        self.assertEqual(app.unnamed(), [])
        app.key("Escape")

    def test_a_total_opens(self):
        app = self.start(self.make_workspace())
        app.click("button", "^测算 0.00, 按示范标准$")
        app.wait("label", "^基础分$")
        app.wait("label", "^−15.00$")                # three thresholds without a figure
        app.key("Escape")

    def test_a_second_start_raises_the_first_window(self):
        workspace = self.make_workspace()
        app = self.start()
        app.wait("label", "^市域社会治理试点考核验收$")
        self.assertEqual(self.session.run(beginning.BUILD / "src/gui/yanshou", workspace, timeout=20), "")
        app.wait("label", "^还要做的$")


class Remembered(beginning.Beginning):
    size = "1920x1080"

    def edges(self):
        """Left edges of what divides the panes of the form, from left to right."""
        return sorted(self.app.extents(ref)[0] for ref in self.app.find("separator", "", all=True)
                      if self.app.extents(ref)[3] > 600)

    def test_maximized_and_widths_of_panes(self):
        (self.home / ".config/gtk-4.0").mkdir(parents=True)       # the frame of a display without shadows is not told
        (self.home / ".config/gtk-4.0/gtk.css").write_text("window.solid-csd { padding: 0; }")
        workspace = self.make_workspace()
        app = self.start(workspace)
        app.wait("label", "^还要做的$")
        app.click("button", "^最大化$")
        app.key("alt+2")
        app.wait("text box", "^完成日期")
        guidrive.until(10, lambda: len(self.edges()) == 2, "list, form and evidence")
        before = self.edges()[1]
        x, y = app.point(max((ref for ref in app.find("separator", "", all=True)), key=lambda ref: app.extents(ref)[0]))
        self.session.run("xdotool", "mousemove", x, y, "mousedown", 1)
        for step in range(1, 9):
            self.session.run("xdotool", "mousemove", x - 10 * step, y)
        self.session.run("xdotool", "mouseup", 1)
        guidrive.until(10, lambda: abs(self.edges()[1] - (before - 80)) < 8, "the evidence should be 80 px broader")
        chosen = self.edges()
        self.assertEqual(app.quit(), 0)
        app = self.start(workspace)
        app.wait("text box", "^完成日期")                          # where one was
        guidrive.until(10, lambda: [abs(a - b) < 8 for a, b in zip(self.edges(), chosen)] == [True, True],
                       "the edges should be at %s again" % chosen)
        self.assertEqual(app.quit(), 0)

    def task_rows(self):
        """(top, name) of the rows of tasks in view."""
        rows = self.app.find("group", "^任务 ", all=True)
        return sorted((self.app.extents(ref)[1], self.app.name(ref).split("，")[0]) for ref in rows)

    def test_task_filter_and_scroll(self):
        """后退 leads back to the same height of the list, the next start to the same task under the same filter."""
        workspace = self.make_workspace()
        app = self.start(workspace)
        app.wait("label", "^还要做的$")
        app.key("alt+2")
        app.click("button", "^未完成 110$")
        x, y = app.point(app.wait("group", "^任务 9 "))
        self.session.run("xdotool", "mousemove", x, y, "click", "--repeat", 25, "--delay", 20, 5)
        app.settle()
        top, name = next(row for row in self.task_rows() if 400 < row[0] < 700)
        number = name.split()[1]
        self.assertGreater(int(number), 20)                       # it is scrolled
        app.click("group", "^%s " % name.rsplit(" ", 1)[0])
        app.wait("label", "^%s$" % number)
        app.key("alt+3")
        app.wait("window", "^佐证材料 · ")
        app.key("alt+Left")
        app.wait("label", "^%s$" % number)
        guidrive.until(5, lambda: (top, name) in self.task_rows(), "%s should be at %d again" % (name, top))
        self.assertEqual(app.quit(), 0)
        app = self.start(workspace)
        app.wait("label", "^%s$" % number)
        guidrive.until(5, lambda: any(0 < at < 800 and row == name for at, row in self.task_rows()),
                       "%s should be in view again" % name)
        self.assertTrue(app.state(app.wait("button", "^未完成 110$"), PRESSED))
        self.assertEqual(app.quit(), 0)


class Trouble(beginning.Beginning):
    def test_open_elsewhere(self):
        workspace = self.make_workspace()
        app = self.start(workspace)
        app.wait("label", "^还要做的$")
        ended = sample_city.run_cli(beginning.BUILD, "item", "set", workspace, "1", "state=done")
        self.assertEqual(ended.returncode, 1, ended.stderr)
        self.assertEqual(app.quit(), 0)
        ended = sample_city.run_cli(beginning.BUILD, "item", "set", workspace, "1", "state=not")
        self.assertEqual(ended.returncode, 0, ended.stderr)

    def test_no_workspace(self):
        (self.home / "空").mkdir()
        app = self.start(self.home / "空")
        app.wait("label", "^工作区打开失败$")
        app.key("Escape")
        app.wait("button", "^新建工作区$")

    def test_damaged_store_offers_its_backups(self):
        workspace = self.make_workspace()
        app = self.start(workspace)                  # opening makes a backup
        app.wait("label", "^还要做的$")
        self.assertEqual(app.quit(), 0)
        (workspace / "workspace.db").write_bytes(b"no database" * 1000)
        app = self.start(workspace)
        app.wait("label", "^恢复备份？$")
        app.click("button", "^恢复( 恢复)?$")
        app.wait("label", "^还要做的$")


tap.main()

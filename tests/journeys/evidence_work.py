# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys of evidence share: a clerk with PDFs at hand, and what the store holds of them afterwards."""
import subprocess

import filling
import pdfs
import sample_city

TABLE = [["渭滨区镇（街）综治中心建设情况表", "应建镇（街）综治中心10个，", "已验收9个，建成率90%。"],
         ["附件：验收明细", "金陵街道已通过市级复核。"], ["晁峪镇因场所改造延期。"]]


class Evidence(filling.Filling):
    """A clerk with some PDFs at hand."""

    def setUp(self):
        super().setUp()
        self.files = self.place / "材料 50%#1"
        self.files.mkdir()

    def pdf(self, name, pages=None, **more):
        return pdfs.make(self.files / name, pages or TABLE, **more)

    def attached(self):
        return {row["title"]: row for row in sample_city.ask(filling.BUILD, "evidence", "list", self.workspace)["evidence"]}

    def copy_files(self, target, text):
        """Another program puts a list of files on the clipboard."""
        subprocess.run(["xclip", "-selection", "clipboard", "-t", target, "-in"], input=text, text=True,
                       env=self.session.env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def cited(self, title):
        """Task and pages of each citation of the PDF, from the store."""
        shown = sample_city.ask(filling.BUILD, "evidence", "show", self.workspace, self.attached()[title]["digest"])
        return sorted((one["task"], one["pages"]) for one in shown["cited"])

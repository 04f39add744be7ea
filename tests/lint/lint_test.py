#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The lint can fail: each rule is broken once in a small tree of its own, and has to be noticed."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LINT = Path(__file__).with_name("lint.py")
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


class LintTest(unittest.TestCase):
    def findings(self, tree: dict[str, str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in tree.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(SPDX + text, encoding="utf-8")
                (path.parent / "README.md").write_text("rule", encoding="utf-8")
            run = subprocess.run([sys.executable, LINT, folder], capture_output=True, text=True, check=False)
            self.assertEqual(run.stderr, "")
            self.assertEqual(run.returncode == 0, " 0 findings" in run.stdout, run.stdout)
            return run.stdout

    def test_cleanTree_isRead_findsNothing(self):
        self.assertIn(" 0 findings", self.findings({
            "core/base/a.h": "", "core/domain/pseudonymous/b.h": "#include <core/base/a.h>\n"}))

    def test_adapterInWidgets_isIncluded_isFound(self):
        out = self.findings({"core/cache/store.h": "", "ui/orders/page.cpp": "#include <core/cache/store.h>\n"})
        self.assertIn("ui/orders must not include core/cache/store.h", out)

    def test_wall_isWalkedAroundByRelativePath_isFound(self):
        out = self.findings({"core/cache/store.h": "", "ui/orders/page.cpp": '#include "../../core/cache/store.h"\n'})
        self.assertIn("must not include", out)

    def test_operations_includesIdentified_isFound(self):
        out = self.findings({"core/domain/identified/patient.h": "",
                             "ui/operations/board.cpp": "#include <core/domain/identified/patient.h>\n"})
        self.assertIn("must not include", out)

    def test_siblings_includeEachOther_isFound(self):
        out = self.findings({"ui/carts/a.h": "", "ui/orders/b.cpp": "#include <ui/carts/a.h>\n"})
        self.assertIn("ui/orders must not include ui/carts/a.h", out)

    def test_folders_includeEachOther_cycleIsFound(self):
        out = self.findings({"app/carrel/a.h": "#include <app/workspace/b.h>\n",
                             "app/workspace/b.h": "#include <app/carrel/a.h>\n"})
        self.assertIn("include cycle: app/carrel -> app/workspace -> app/carrel", out)

    def test_bannedCalls_areUsed_eachIsFound(self):
        calls = ["Theme::instance();", "qApp->quit();", "dialog.exec();", "reply->ignoreSslErrors();",
                 "tls.setPeerVerifyMode(mode);",
                 "connect(a, SIGNAL(x()), b, SLOT(y()));", "QEventLoop loop;", "#include <QtWidgets>",
                 "qDebug() << name;", "QThread::msleep(5);",
                 "store.load(key).then(this, [this] {});", "job.setInsecureFallback(true);",
                 "edit->setEchoMode(mode);", "auto mode = QLineEdit::Password;",
                 "if (code == ErrorCode::Timeout) {}", "case ErrorCode::UntrustedCertificate:",
                 "class Mine final : public ports::AuditTrail {"]
        for call in calls:
            with self.subTest(call):
                self.assertIn("ui/orders/page.cpp:2:", self.findings({"ui/orders/page.cpp": call + "\n"}))

    def test_harm05_echoMode_inTheOneSecretField_isNotFound(self):
        self.assertIn(" 0 findings", self.findings({"ui/kit/secret_field.cpp": "setEchoMode(QLineEdit::Password);\n"}))

    def test_bannedCall_inCommentOrText_isNotFound(self):
        self.assertIn(" 0 findings", self.findings({"core/base/a.cpp": '// never instance()\nconst char* a = "exec()";\n'}))

    def test_folderOfNoLayer_isAdded_isFound(self):
        self.assertIn("stands in no layer", self.findings({"core/utilities/a.h": ""}))

    COMMAND = {"core/domain/commands/check_in.h": 'static constexpr QLatin1StringView name{"check-in"};\n'}
    VIEW = {"core/domain/pseudonymous/account.h": 'constexpr QLatin1StringView wireName(View view) {\n'
                                                  '    return "carts"_L1;\n}\nreturn "owner"_L1;\n'}

    def test_commandsName_standsASecondTime_isFound(self):
        for place in ("core/outbox/outbox.cpp", "ui/orders/page.cpp", "core/domain/commands/open_cart.h", "app/carrel/a.cpp"):
            with self.subTest(place):
                out = self.findings(self.COMMAND | {place: 'if (name == "check-in"_L1) {}\n'})
                self.assertIn(f"{place}:2", out)
                self.assertIn('the command\'s name "check-in" stands 2 times', out)

    def test_viewsName_standsASecondTime_isFound(self):
        self.assertIn('the view\'s name "carts" stands 2 times',
                      self.findings(self.VIEW | {"core/sync/a.cpp": 'ask("carts"_L1);\n'}))

    def test_name_inATestACommentOrALongerText_isNotFound(self):
        self.assertIn(" 0 findings", self.findings(self.COMMAND | self.VIEW | {
            "tests/core/a.cpp": 'u"check-in"_s;\n', "core/sync/a.cpp": '// "check-in"\nu"check-in failed"_s; "owner"_L1;\n',
            "core/domain/pseudonymous/place.h": 'return "carts"_L1;\n', "ui/orders/page.cpp": 'icon("orders"_L1);\n'}))

    def test_pagesName_inAPage_isFound(self):
        self.assertIn('the view\'s name "carts" stands 2 times',
                      self.findings(self.VIEW | {"ui/orders/page.cpp": 'navigate(u"carts"_s);\n'}))

    def test_name_definedTwice_isFound(self):
        self.assertIn("stands 2 times", self.findings(self.COMMAND | {
            "core/domain/commands/b.h": 'static constexpr QLatin1StringView name{"check-in"};\n'}))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Prints the current second-factor code of a sandbox account, or the list of accounts."""
import json
import subprocess
import sys


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        accounts = json.load(file)["accounts"]
    if sys.argv[2] == "--list":
        for account in accounts:
            print(f"  {account['role']:18} {account['login']:34} {account['password']}")
        print("  code: ./run --code LOGIN")
        return 0
    for account in accounts:
        if account["login"] == sys.argv[2]:
            # Through standard input, so that the secret stands in no argument list.
            return subprocess.run(["oathtool", "--totp", "--base32", "-"], input=account["totp_secret"] + "\n",
                                  text=True, check=False).returncode
    print(f"no account {sys.argv[2]} in {sys.argv[1]}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

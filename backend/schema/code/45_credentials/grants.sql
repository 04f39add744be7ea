-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What 40_auth made so far is carrel_auth's; the entry was given the few that it calls.
grant execute on all functions in schema auth to carrel_auth;

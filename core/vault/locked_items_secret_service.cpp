// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "locked_items.h"

#include <libsecret/secret.h>
#include <memory>

namespace carrel::vault {

namespace {

using Answer = std::function<void(bool)>;

void onFound(GObject*, GAsyncResult* result, gpointer data) {
    const std::unique_ptr<Answer> answer(static_cast<Answer*>(data));
    GError* error = nullptr;
    GList* items = secret_service_search_finish(nullptr, result, &error);
    bool locked = false;
    for (const GList* item = items; item != nullptr; item = item->next) {
        locked = locked || secret_item_get_locked(static_cast<SecretItem*>(item->data)) != 0;
    }
    g_list_free_full(items, g_object_unref);
    g_clear_error(&error); // the read before this one has told of it
    (*answer)(locked);
}

} // namespace

void findLockedItem(const QString& service, const QString& name, Answer answer) {
    GHashTable* attributes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    // As QtKeychain names them.
    g_hash_table_insert(attributes, g_strdup("user"), g_strdup(name.toUtf8().constData()));
    g_hash_table_insert(attributes, g_strdup("server"), g_strdup(service.toUtf8().constData()));
    secret_service_search(nullptr, nullptr, attributes, SECRET_SEARCH_ALL, nullptr, onFound,
                          new Answer(std::move(answer)));
    g_hash_table_unref(attributes);
}

} // namespace carrel::vault

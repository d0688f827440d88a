/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: the files of sql/, as text. */
#pragma once

extern const char bearings_sql_catalogue_1[];
extern const char bearings_sql_catalogue_2[];
extern const char bearings_sql_catalogue_3[];
extern const char bearings_sql_catalogue_4[];
extern const char bearings_sql_catalogue_5[];
extern const char bearings_sql_catalogue_6[];
extern const char bearings_sql_catalogue_7[];
extern const char bearings_sql_catalogue_8[];
extern const char bearings_sql_catalogue_9[];
extern const char bearings_sql_library_fill[];
extern const char bearings_sql_search_fill[];
extern const char bearings_sql_people_1[];
extern const char bearings_sql_people_2[];
extern const char bearings_sql_people_3[];
extern const char bearings_sql_people_4[];
extern const char bearings_sql_people_5[];

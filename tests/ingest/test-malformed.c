/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives, mails and tables made to do harm, or broken on the way: each ends as ../shared/performance.md has it, in
 * good time, and costs nothing but itself. */
#include <locale.h>
#include <string.h>
#include <time.h>

#include "support-ingest.h"
#include "support-unpack.h"

#define MEBIBYTE (1024u * 1024)
#define MILLION 1000000u
/* Far more than any of these takes on a busy machine; what takes quadratic time takes longer. */
#define MAX_USEC (60 * G_USEC_PER_SEC)
#define TEXT "بيان مشترك\n\nأكد الوزراء التزامهم بوحدة العراق وسيادته.\n"

static void
put_u16 (GByteArray *bytes, guint value)
{
  const guint8 two[] = { value & 0xFF, value >> 8 & 0xFF };

  g_byte_array_append (bytes, two, 2);
}

static void
put_u32 (GByteArray *bytes, guint value)
{
  put_u16 (bytes, value & 0xFFFF);
  put_u16 (bytes, value >> 16);
}

/* CRC-32 of @size zeros; PKWARE's application note, 4.4.7. */
static guint32
sum_zeros (gsize size)
{
  guint32 steps[256], sum = 0xFFFFFFFF;

  for (guint32 i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      steps[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        steps[i] = steps[i] >> 1 ^ (steps[i] & 1 ? 0xEDB88320 : 0);
    }
  for (gsize byte = 0; byte < size; byte++)
    sum = sum >> 8 ^ steps[sum & 0xFF];
  return ~sum;
}

/* @size zeros, deflated. */
static GBytes *
deflate_zeros (gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autofree char *zeros = g_malloc0 (size);
  g_autofree char *packed = g_malloc (size / 100 + 1024);
  gsize read, written;
  GConverterResult result = g_converter_convert (G_CONVERTER (compressor), zeros, size, packed,
                                                 size / 100 + 1024, G_CONVERTER_INPUT_AT_END, &read, &written,
                                                 NULL);

  g_assert_cmpint (result, ==, G_CONVERTER_FINISHED);
  return g_bytes_new (packed, written);
}

/* A ZIP of one packed file that its directory names @n_names times. PKWARE's application note, 4.3. */
static GBytes *
make_overlapping_zip (GBytes *packed, gsize unpacked_size, guint n_names)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 sum = sum_zeros (unpacked_size);
  guint directory = 0;

  put_u32 (bytes, 0x04034B50);
  for (guint i = 0; i < 2; i++)
    {
      guint times = i == 0 ? 1 : n_names;

      directory = bytes->len;
      for (guint n = 0; n < times; n++)
        {
          if (i == 1)
            {
              put_u32 (bytes, 0x02014B50);
              put_u16 (bytes, 20);
            }
          put_u16 (bytes, 20);
          put_u16 (bytes, 0);
          put_u16 (bytes, 8);
          put_u32 (bytes, 0);
          put_u32 (bytes, sum);
          put_u32 (bytes, (guint) g_bytes_get_size (packed));
          put_u32 (bytes, (guint) unpacked_size);
          put_u16 (bytes, 5);
          put_u16 (bytes, 0);
          for (guint zero = 0; i == 1 && zero < 7; zero++)
            put_u16 (bytes, 0);
          g_byte_array_append (bytes, (const guint8 *) "a.txt", 5);
        }
      if (i == 0)
        g_byte_array_append (bytes, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));
    }
  put_u32 (bytes, 0x06054B50);
  put_u32 (bytes, 0);
  put_u16 (bytes, MIN (n_names, G_MAXUINT16));
  put_u16 (bytes, MIN (n_names, G_MAXUINT16));
  put_u32 (bytes, bytes->len - 12 - directory);
  put_u32 (bytes, directory);
  put_u16 (bytes, 0);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
has_failed (const Unpacked *unpacked, BayanIngestError code)
{
  g_autofree char *end = g_strdup_printf (": %d", (int) code);

  for (guint i = 0; i < unpacked->failed->len; i++)
    if (g_str_has_suffix (unpacked->failed->pdata[i], end))
      return TRUE;
  return FALSE;
}

static Unpacked *
unpack_in_time (GBytes *bytes, const char *name)
{
  gint64 before = g_get_monotonic_time ();
  Unpacked *unpacked = unpack_bytes (bytes, name);

  g_test_message ("%s: %u found, %u failed, first %s, %.2f s", name, unpacked->found->len,
                  unpacked->failed->len, unpacked->failed->len > 0 ? (char *) unpacked->failed->pdata[0] : "",
                  (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - before, <, MAX_USEC);
  return unpacked;
}

static void
test_flat_bomb (void)
{
  g_autoptr (GBytes) packed = deflate_zeros (200 * MEBIBYTE);
  /* It says that it is small. */
  g_autoptr (GBytes) bomb = make_overlapping_zip (packed, 1000, 1);
  g_autoptr (Unpacked) unpacked = unpack_in_time (bomb, "flat.zip");

  g_assert_cmpuint (unpacked->found->len, ==, 0);
  g_assert_true (has_failed (unpacked, BAYAN_INGEST_ERROR_EXPANDS)
                 || has_failed (unpacked, BAYAN_INGEST_ERROR_DAMAGED));
}

static void
test_overlapping_bomb (void)
{
  g_autoptr (GBytes) packed = deflate_zeros (MEBIBYTE);
  g_autoptr (GBytes) bomb = make_overlapping_zip (packed, MEBIBYTE, 5000);
  g_autoptr (Unpacked) unpacked = unpack_in_time (bomb, "overlapping.zip");

  /* One file under many names is one file. */
  g_assert_cmpuint (unpacked->found->len, <=, 1);
}

static void
test_nested_bomb (void)
{
  const guint8 *zeros = g_malloc0 (8 * MEBIBYTE);
  const Member first[] = { { "a.txt", (const char *) zeros, 8 * MEBIBYTE },
                           { "b.txt", (const char *) zeros, 8 * MEBIBYTE } };
  g_autoptr (GBytes) bomb = make_archive ("zip", NULL, NULL, first, 2);

  for (guint depth = 0; depth < 5; depth++)
    {
      Member members[10];
      g_autoptr (GBytes) outer = NULL;
      g_autoptr (Unpacked) unpacked = NULL;

      for (guint i = 0; i < 10; i++)
        members[i] = (Member) { "in.zip", g_bytes_get_data (bomb, NULL), g_bytes_get_size (bomb) };
      outer = make_archive ("zip", NULL, NULL, members, 10);
      unpacked = unpack_in_time (outer, "nested.zip");
      g_assert_true (has_failed (unpacked, BAYAN_INGEST_ERROR_EXPANDS));
      g_bytes_unref (bomb);
      bomb = g_steal_pointer (&outer);
    }
  g_free ((gpointer) zeros);
}

static void
test_too_many (void)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (Unpacked) unpacked = NULL;
  const Member one = { "a.txt", "x", 1 };

  for (guint i = 0; i < 12000; i++)
    g_array_append_val (members, one);
  archive = make_archive ("gnutar", "gzip", NULL, (const Member *) members->data, members->len);
  unpacked = unpack_in_time (archive, "many.tgz");
  g_assert_cmpuint (unpacked->found->len, ==, 10000);
  g_assert_cmpuint (unpacked->failed->len, ==, 1);
  assert_failed (unpacked, 0, "many.tgz", BAYAN_INGEST_ERROR_TOO_MANY);
}

/* What came before the break is there, and it is said that there was more. */
static void
test_truncated (void)
{
  static const char *const FORMATS[] = { "zip", "gnutar", "7zip" };
  Member members[12];

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    members[i] = (Member) { "بيان.txt", TEXT };
  for (guint f = 0; f < G_N_ELEMENTS (FORMATS); f++)
    {
      g_autoptr (GBytes) whole = make_archive (FORMATS[f], NULL, NULL, members, G_N_ELEMENTS (members));
      guint most = 0;

      for (guint percent = 1; percent < 100; percent++)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0,
                                                            g_bytes_get_size (whole) * percent / 100);
          g_autoptr (Unpacked) unpacked = unpack_bytes (part, "t.zip");

          most = MAX (most, unpacked->found->len);
          for (guint i = 0; i < unpacked->found->len && unpacked->found->len > 1; i++)
            assert_found (unpacked, i, "t.zip/بيان.txt", TEXT);
          g_assert_true (unpacked->failed->len > 0 || unpacked->found->len == 12 || percent < 6 || f == 1);
        }
      g_assert_cmpuint (most, >, f == 2 ? 0 : 6);
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  static const char *const STARTS[] = { "PK\x03\x04",
                                        "7z\xBC\xAF\x27\x1C",
                                        "\x1F\x8B\x08",
                                        "\xFD"
                                        "7zXZ",
                                        "%PDF-1.7",
                                        "{\\rtf1 ",
                                        "PK\x05\x06" };

  for (guint round = 0; round < 40; round++)
    {
      guint8 noise[4000];
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Unpacked) unpacked = NULL;
      const char *start = STARTS[round % G_N_ELEMENTS (STARTS)];

      for (guint i = 0; i < sizeof noise; i++)
        noise[i] = (guint8) g_rand_int (random);
      memcpy (noise, start, strlen (start));
      bytes = g_bytes_new (noise, sizeof noise);
      unpacked = unpack_bytes (bytes, "noise");
      for (guint i = 0; i < unpacked->found->len; i++)
        {
          g_autoptr (BayanStatement) statement = bayan_ingest_source (unpacked->found->pdata[i], NULL, NULL,
                                                                      NULL);
          g_assert_true (statement == NULL || statement->text != NULL);
        }
    }
}

static char *
repeat (const char *start, const char *piece, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

/* What else the machine does does not count. */
static gint64
processor_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Reads @text; it does not matter what comes of it, but it comes soon. */
static void
read_in_time (const char *what, char *text)
{
  gsize size = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
  g_autoptr (Unpacked) unpacked = unpack_in_time (bytes, what);

  for (guint i = 0; i < unpacked->found->len; i++)
    {
      gint64 before = processor_us ();
      g_autoptr (GError) error = NULL;
      g_autoptr (BayanStatement) statement = bayan_ingest_source (unpacked->found->pdata[i], NULL, NULL,
                                                                  &error);

      g_assert_true (statement != NULL || error->domain == BAYAN_INGEST_ERROR);
      g_assert_cmpint (processor_us () - before, <, MAX_USEC);
    }
}

#define HEAD                                                                                                 \
  "From: a@example.org\r\nDate: Tue, 14 May 2024 10:00:00 +0300\r\nSubject: x\r\nMIME-Version: 1.0\r\n"

static void
test_mails (void)
{
  read_in_time ("messages in messages",
                repeat (HEAD, "Content-Type: message/rfc822\r\n\r\n", MILLION, "x\r\n"));
  read_in_time ("parts in parts", repeat (HEAD, "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n",
                                          MILLION, "\r\nx\r\n"));
  read_in_time ("parts", repeat (HEAD "Content-Type: multipart/mixed; boundary=a\r\n\r\n", "--a\r\n\r\nx\r\n",
                                 5000, ""));
  read_in_time ("one long header", repeat (HEAD "X-Long: ", "a b c d e ", 20000, "\r\n\r\nx\r\n"));
  read_in_time ("many headers", repeat (HEAD, "X: y\r\n", 20000, "\r\nx\r\n"));
  read_in_time ("base64 cut off", repeat (HEAD "Content-Type: text/plain; charset=utf-8\r\n"
                                               "Content-Transfer-Encoding: base64\r\n\r\n",
                                          "2KPZg9ivINin2YTZiNiy2LHYp9ihLg==\r\n", 50000, "2KP"));
  read_in_time ("no boundary",
                repeat (HEAD "Content-Type: multipart/related; boundary=\r\n\r\n", "--\r\n", 5000, ""));
  read_in_time ("quotes",
                repeat (HEAD "Content-Type: text/plain; format=flowed\r\n\r\n", "> > >>> \r\n", 20000, "x"));
}

static void
test_tables (void)
{
  read_in_time ("one line", repeat ("title,text\n", "نص,", 2 * MEBIBYTE, "\n"));
  read_in_time ("one cell", repeat ("title,text\na,\"", "نص ", 2 * MEBIBYTE, "\"\n"));
  read_in_time ("an open quote", repeat ("title,text\na,\"", "نص\nb,\"", MEBIBYTE, ""));
  read_in_time ("quotes", repeat ("title,text\na,", "\"", 2 * MEBIBYTE, "\n"));
  read_in_time ("open quotes", repeat ("title,text\n", "\"a\n", MEBIBYTE, ""));
  read_in_time ("empty lines", repeat ("title,text\n", "\r\n", MEBIBYTE, ""));
  read_in_time ("lists", repeat ("{\"text\": ", "[", MEBIBYTE, "\n"));
  read_in_time ("objects", repeat ("", "{\"text\":", MEBIBYTE, "\n"));
  read_in_time ("objects in a list", repeat ("[", "{\"text\":[", MEBIBYTE, "\n"));
  read_in_time ("braces", repeat ("{\"text\": \"", "\\\"{", MEBIBYTE, ""));
  read_in_time ("members", repeat ("{\"text\": \"x\"", ",\"a\":1", MEBIBYTE / 8, "}"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_CTYPE, "C.UTF-8"); /* libarchive writes names only so */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/malformed/flat-bomb", test_flat_bomb);
  g_test_add_func ("/ingest/malformed/overlapping-bomb", test_overlapping_bomb);
  g_test_add_func ("/ingest/malformed/nested-bomb", test_nested_bomb);
  g_test_add_func ("/ingest/malformed/too-many", test_too_many);
  g_test_add_func ("/ingest/malformed/truncated", test_truncated);
  g_test_add_func ("/ingest/malformed/noise", test_noise);
  g_test_add_func ("/ingest/malformed/mails", test_mails);
  g_test_add_func ("/ingest/malformed/tables", test_tables);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives and mails: what is in them, under which name, and what is said of the rest. */
#include <locale.h>
#include <string.h>

#include "support-ingest.h"
#include "support-unpack.h"

#define TEXT_1 "بيان مشترك\n\nأكد الوزراء التزامهم بوحدة العراق.\n"
#define TEXT_2 "بيان ختامي\n\nأدان المشاركون الهجوم في شمال مالي.\n"

static const Member TWO[] = { { "العراق/بيان.txt", TEXT_1 }, { "mali.txt", TEXT_2 } };

static void
test_archives (void)
{
  static const struct {
    const char *format, *filter;
  } FORMATS[] = { { "zip" }, { "pax" }, { "gnutar" }, { "pax", "gzip" }, { "pax", "xz" }, { "7zip" } };

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_autoptr (GBytes) archive = make_archive (FORMATS[i].format, FORMATS[i].filter, NULL, TWO, 2);
      g_autoptr (Unpacked) unpacked = unpack_bytes (archive, "letters.zip");

      g_assert_cmpuint (unpacked->found->len, ==, 2);
      g_assert_cmpuint (unpacked->failed->len, ==, 0);
      assert_found (unpacked, 0, "letters.zip/العراق/بيان.txt", TEXT_1);
      assert_found (unpacked, 1, "letters.zip/mali.txt", TEXT_2);
      g_assert_cmpstr (((BayanSource *) unpacked->found->pdata[1])->uri, ==, "file:///x#mali.txt");
    }
}

/* One file that is packed is that file. */
static void
test_packed (void)
{
  const Member one = { "x", TEXT_1 };
  g_autoptr (GBytes) packed = make_archive ("raw", "gzip", NULL, &one, 1);
  g_autoptr (Unpacked) unpacked = unpack_bytes (packed, "letter.txt.gz");

  g_assert_cmpuint (unpacked->found->len, ==, 1);
  assert_found (unpacked, 0, "letter.txt.gz", TEXT_1);
}

static void
test_names (void)
{
  const Member members[] = {
    { "../../etc/passwd", TEXT_1 }, { "/absolute/x.txt", TEXT_1 },        { "C:\\letters\\x.txt", TEXT_1 },
    { "a\nb.txt", TEXT_1 },         { "page_files/logo.png", "\x89PNG" }, { "__MACOSX/._mali.txt", "x" },
  };
  g_autoptr (GBytes) archive = make_archive ("gnutar", NULL, NULL, members, G_N_ELEMENTS (members));
  g_autoptr (Unpacked) unpacked = unpack_bytes (archive, "a.tar");

  g_assert_cmpuint (unpacked->found->len, ==, 4);
  assert_found (unpacked, 0, "a.tar/etc/passwd", NULL);
  assert_found (unpacked, 1, "a.tar/absolute/x.txt", NULL);
  assert_found (unpacked, 2, "a.tar/C:/letters/x.txt", NULL);
  assert_found (unpacked, 3, "a.tar/a b.txt", NULL);
  g_assert_cmpuint (unpacked->failed->len, ==, 0);
}

/* بيان in the sets that Windows packs names in. */
static void
test_names_of_windows (void)
{
  static const struct {
    const char *packed, *name;
  } NAMES[] = {
    { "\xC8\xED\xC7\xE4.txt", "a.tar/بيان.txt" },
    { "\xA0\xEF\x9F\xEB.txt", "a.tar/بيان.txt" },
    { "d\x82"
      "claration.txt",
      "a.tar/déclaration.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      const Member member = { NAMES[i].packed, TEXT_1 };
      g_autoptr (GBytes) archive = make_archive ("gnutar", NULL, NULL, &member, 1);
      g_autoptr (Unpacked) unpacked = unpack_bytes (archive, "a.tar");

      g_assert_cmpuint (unpacked->found->len, ==, 1);
      assert_found (unpacked, 0, NAMES[i].name, TEXT_1);
    }
}

static void
test_nested (void)
{
  g_autoptr (GBytes) inner = make_archive ("zip", NULL, NULL, TWO, 2);

  for (guint depth = 1; depth <= 9; depth++)
    {
      const Member member = { "in.zip", g_bytes_get_data (inner, NULL), g_bytes_get_size (inner) };
      g_autoptr (GBytes) outer = make_archive ("zip", NULL, NULL, &member, 1);
      g_autoptr (Unpacked) unpacked = unpack_bytes (outer, "a.zip");

      g_assert_cmpuint (unpacked->found->len, ==, depth < 8 ? 2 : 0);
      g_assert_cmpuint (unpacked->failed->len, ==, depth < 8 ? 0 : 1);
      if (depth == 1)
        assert_found (unpacked, 0, "a.zip/in.zip/العراق/بيان.txt", TEXT_1);
      g_bytes_unref (inner);
      inner = g_steal_pointer (&outer);
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) archive = make_archive ("zip", NULL, "secret", TWO, 2);
  g_autoptr (Unpacked) unpacked = unpack_bytes (archive, "a.zip");

  g_assert_cmpuint (unpacked->found->len, ==, 0);
  g_assert_cmpuint (unpacked->failed->len, ==, 2);
  assert_failed (unpacked, 0, "a.zip/العراق/بيان.txt", BAYAN_INGEST_ERROR_ENCRYPTED);
}

static void
test_nothing_in_it (void)
{
  const Member picture = { "logo.png", "\x89PNG" };
  g_autoptr (GBytes) archive = make_archive ("zip", NULL, NULL, &picture, 1);
  g_autoptr (Unpacked) unpacked = unpack_bytes (archive, "a.zip");

  g_assert_cmpuint (unpacked->found->len, ==, 0);
  g_assert_cmpuint (unpacked->failed->len, ==, 1);
  assert_failed (unpacked, 0, "a.zip", BAYAN_INGEST_ERROR_NO_TEXT);
}

/* Who has enough gets no more; and the child is good for the next. */
static void
test_stop (void)
{
  g_autoptr (GBytes) archive = make_archive ("zip", NULL, NULL, TWO, 2);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (Unpacked) unpacked = unpack_until (archive, "a.zip", 1);

      g_assert_cmpuint (unpacked->found->len, ==, 1);
    }
}

static void
test_plain (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (TEXT_1, strlen (TEXT_1));
  g_autoptr (Unpacked) unpacked = unpack_bytes (text, "a.txt");

  g_assert_cmpuint (unpacked->found->len, ==, 1);
  assert_found (unpacked, 0, "a.txt", TEXT_1);
}

#define HEAD                                                                                                 \
  "From: =?windows-1256?B?5tLH0ckgx+HOx9HM7ck=?= <press@example.org>\r\nTo: desk@example.org\r\n"            \
  "Date: Tue, 14 May 2024 10:00:00 +0300\r\n"                                                                \
  "Subject: =?utf-8?Q?Fwd:_=D8=A8=D9=8A=D8=A7=D9=86?=\r\nMIME-Version: 1.0\r\n"

static BayanStatement *
read_mail (const char *mail)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (GError) error = NULL;
  BayanStatement *statement = bayan_ingest_bytes (raw, "m.eml", NULL, NULL, &error);

  g_assert_no_error (error);
  return statement;
}

static void
assert_detail (const BayanStatement *statement, BayanDetailField field, const char *value)
{
  const BayanDetail *detail = bayan_statement_find_detail (statement, field);

  g_assert_nonnull (detail);
  g_assert_cmpstr (detail->value, ==, value);
}

static void
test_mail (void)
{
  static const char *const MAILS[] = {
    HEAD "Content-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
         "\xC3\xDF\xCF \xC7\xE1\xE6\xD2\xD1\xC7\xC1.\r\n",
    /* It does not say in which set it is. */
    HEAD "Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
         "\xC3\xDF\xCF \xC7\xE1\xE6\xD2\xD1\xC7\xC1.\r\n",
    HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
         "2KPZg9ivINin2YTZiNiy2LHYp9ihLg==\r\n",
    HEAD "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
         "أكد ال \r\nوزراء.\r\n",
    HEAD
    "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nno\r\n"
    "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>أكد "
    "الوزراء.</p></body></html>\r\n--x--\r\n",
    "From someone@example.org Tue May 14 10:00:00 2024\r\n" HEAD
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "أكد الوزراء.\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (MAILS); i++)
    {
      g_autoptr (BayanStatement) statement = read_mail (MAILS[i]);
      g_autofree char *squeezed = without_space (statement->text);

      g_assert_cmpint (statement->format, ==, BAYAN_FORMAT_EML);
      g_assert_true (g_str_equal (squeezed, "أكدالوزراء."));
      assert_detail (statement, BAYAN_DETAIL_AUTHOR, "وزارة الخارجية");
      assert_detail (statement, BAYAN_DETAIL_DATE, "2024-05-14");
    }
}

static void
test_attachments (void)
{
  static const char MAIL[] = HEAD
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
      "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nمرفق بيان.\r\n"
      "--x\r\nContent-Type: image/png; name=logo.png\r\n\r\nPNG\r\n"
      "--x\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Disposition: attachment; filename*=utf-8''%D8%A8%D9%8A%D8%A7%D9%86.txt\r\n\r\nنص البيان.\r\n"
      "--x\r\nContent-Type: message/rfc822\r\n\r\n" HEAD
      "Content-Type: text/plain; charset=utf-8\r\n\r\nرسالة.\r\n"
      "--x--\r\n";
  g_autoptr (GBytes) raw = g_bytes_new_static (MAIL, strlen (MAIL));
  g_autoptr (Unpacked) unpacked = unpack_bytes (raw, "m.eml");

  g_assert_cmpuint (unpacked->failed->len, ==, 0);
  g_assert_cmpuint (unpacked->found->len, ==, 3);
  assert_found (unpacked, 0, "m.eml", MAIL);
  assert_found (unpacked, 1, "m.eml/بيان.txt", "نص البيان.");
  assert_found (unpacked, 2, "m.eml/Fwd: بيان.eml", NULL);
}

static gboolean
is_flagged_short (const char *mail, gsize length)
{
  g_autoptr (GBytes) raw = g_bytes_new (mail, length);
  g_autoptr (BayanStatement) statement = bayan_ingest_bytes (raw, "m.eml", NULL, NULL, NULL);

  g_assert_nonnull (statement);
  for (guint i = 0; i < statement->doubts->len; i++)
    if (((const BayanDoubt *) statement->doubts->pdata[i])->kind == BAYAN_DOUBT_CUT_SHORT)
      return TRUE;
  return FALSE;
}

/* A mail of which only the beginning has come; how much is missing at the end of it, for each. */
static void
test_mail_cut_short (void)
{
  static const struct {
    const char *mail;
    gsize missing;
  } MAILS[] = {
    { HEAD "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; "
           "charset=utf-8\r\n\r\n"
           "أكد الوزراء.\r\n--x--\r\n",
      6 },
    { HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           "2KPZg9ivINin2YTZiNiy2LHYp9ihLg==\r\n",
      7 },
    { HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "=D8=A3=D9=83=D8=AF =D8=A7=D9=84=\r\n=D9=88=D8=B2=D8=B1=D8=A7=D8=A1.\r\n",
      5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (MAILS); i++)
    {
      gsize length = strlen (MAILS[i].mail);

      g_assert_false (is_flagged_short (MAILS[i].mail, length));
      g_assert_true (is_flagged_short (MAILS[i].mail, length - MAILS[i].missing));
    }
}

/* What Outlook wraps attachments in is not read, and said by its name. */
static void
test_winmail (void)
{
  static const char MAIL[] = HEAD
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
      "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nمرفق بيان.\r\n"
      "--x\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\neJ8+IgEAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQ=\r\n"
      "--x--\r\n";
  g_autoptr (GBytes) raw = g_bytes_new_static (MAIL, strlen (MAIL));
  g_autoptr (Unpacked) unpacked = unpack_bytes (raw, "m.eml");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (unpacked->found->len, ==, 2);
  assert_found (unpacked, 1, "m.eml/winmail.dat", NULL);
  g_assert_null (bayan_ingest_source (unpacked->found->pdata[1], NULL, NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "TNEF"));
}

static void
test_mailbox (void)
{
#define ONE(text)                                                                                            \
  "From a@example.org Tue May 14 10:00:00 2024\r\n" HEAD                                                     \
  "Content-Type: text/plain; charset=utf-8\r\n\r\n" text "\r\n\r\n"
  static const char BOX[] = ONE ("أولى") ONE ("ثانية") ONE ("ثالثة");
  g_autoptr (GBytes) raw = g_bytes_new_static (BOX, strlen (BOX));
  g_autoptr (Unpacked) unpacked = unpack_bytes (raw, "m.mbox");

  g_assert_cmpuint (unpacked->found->len, ==, 3);
  assert_found (unpacked, 2, "m.mbox/3.eml", NULL);
}

static void
test_saved_page (void)
{
  static const char PAGE[] =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/statement\r\n"
      "Subject: =?utf-8?Q?=D8=A8=D9=8A=D8=A7=D9=86?=\r\nDate: Tue, 14 May 2024 10:00:00 -0000\r\n"
      "MIME-Version: 1.0\r\nContent-Type: "
      "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/html\r\nContent-ID: <1@mhtml.blink>\r\nContent-Transfer-Encoding: binary\r\n"
      "Content-Location: https://example.org/statement\r\n\r\n"
      "<!DOCTYPE html><html><head><meta charset=\"windows-1256\"></head><body><article><h1>بيان مشترك</h1>"
      "<p>أكد الوزراء التزامهم بوحدة العراق.</p></article></body></html>\r\n"
      "--b\r\nContent-Type: text/css\r\n\r\nbody { color: red }\r\n--b--\r\n";
  g_autoptr (GBytes) raw = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (Unpacked) unpacked = unpack_bytes (raw, "p.mhtml");
  g_autoptr (BayanStatement) statement = read_mail (PAGE);

  g_assert_cmpuint (unpacked->found->len, ==, 1);
  g_assert_cmpint (statement->format, ==, BAYAN_FORMAT_MHTML);
  g_assert_cmpstr (statement->title, ==, "بيان مشترك");
  g_assert_nonnull (strstr (statement->text, "أكد الوزراء"));
  g_assert_null (strstr (statement->text, "color"));
  assert_detail (statement, BAYAN_DETAIL_ADDRESS, "https://example.org/statement");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_CTYPE, "C.UTF-8"); /* libarchive writes names only so */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/unpack/archives", test_archives);
  g_test_add_func ("/ingest/unpack/packed", test_packed);
  g_test_add_func ("/ingest/unpack/names", test_names);
  g_test_add_func ("/ingest/unpack/names-of-windows", test_names_of_windows);
  g_test_add_func ("/ingest/unpack/nested", test_nested);
  g_test_add_func ("/ingest/unpack/encrypted", test_encrypted);
  g_test_add_func ("/ingest/unpack/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/ingest/unpack/stop", test_stop);
  g_test_add_func ("/ingest/unpack/plain", test_plain);
  g_test_add_func ("/ingest/unpack/mail", test_mail);
  g_test_add_func ("/ingest/unpack/attachments", test_attachments);
  g_test_add_func ("/ingest/unpack/mail-cut-short", test_mail_cut_short);
  g_test_add_func ("/ingest/unpack/winmail", test_winmail);
  g_test_add_func ("/ingest/unpack/mailbox", test_mailbox);
  g_test_add_func ("/ingest/unpack/saved-page", test_saved_page);
  return g_test_run ();
}

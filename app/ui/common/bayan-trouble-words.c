/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-trouble-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-trouble.h"

static const char *const SENTENCES[] = {
  [BAYAN_TROUBLE_EMPTY] = N_ ("The file is empty. Get it again from where it came."),
  [BAYAN_TROUBLE_BLANK] = N_ ("There are no words in it. Check that it is the right file."),
  [BAYAN_TROUBLE_BINARY] = N_ ("This is not text. Bayan reads text, web pages, Word, OpenDocument, RTF and "
                               "PDF files, mails, tables and archives."),
  [BAYAN_TROUBLE_UNSUPPORTED] =
      N_ ("Bayan does not read this format. Save it as DOCX, PDF or plain text, or paste the text."),
  [BAYAN_TROUBLE_TOO_LARGE] =
      N_ ("The file is too large for one statement. Split it, or paste the part that you need."),
  [BAYAN_TROUBLE_ENCODING] =
      N_ ("The letters cannot be read in any Arabic encoding. Save the file as UTF-8, or paste the text."),
  [BAYAN_TROUBLE_NOT_FOUND] = N_ ("The file is not there any more. Choose it again."),
  [BAYAN_TROUBLE_NOT_A_FILE] = N_ ("This is not a file that can be read. Choose a text file or a web page."),
  [BAYAN_TROUBLE_PERMISSION] =
      N_ ("You may not read this file. Ask its owner, or copy it to a place of your own."),
  [BAYAN_TROUBLE_READ] = N_ ("Reading stopped half way. Check the disk or the connection and try again."),
  [BAYAN_TROUBLE_FILE_DAMAGED] = N_ ("The file is damaged or not complete. Get it again from where it came."),
  [BAYAN_TROUBLE_ENCRYPTED] =
      N_ ("The file is protected with a password. Open it in its own program and save it without one."),
  [BAYAN_TROUBLE_EXPANDS] = N_ ("There is more in it than can be unpacked safely. Unpack it yourself, and "
                                "import the part that you need."),
  [BAYAN_TROUBLE_TOO_MANY] =
      N_ ("There are too many files in it, and the rest was left out. Unpack it and import the folder."),
  [BAYAN_TROUBLE_TOO_MANY_PAGES] =
      N_ ("It has more pages than are read. Save the part that you need as a file of its own."),
  [BAYAN_TROUBLE_TOO_DEEP] =
      N_ ("It is nested too deep. Unpack it yourself, and import the part that you need."),
  [BAYAN_TROUBLE_NO_TEXT] =
      N_ ("There is no text in it, perhaps only pictures. Find a version with text, or type what you need."),
  [BAYAN_TROUBLE_TIMEOUT] =
      N_ ("Reading it takes too long. Save the part that you need as a file of its own, or paste the text."),
  [BAYAN_TROUBLE_CRASHED] = N_ ("The file cannot be read: it is damaged, or too large. Save it again in its "
                                "own program, or paste the text."),
  [BAYAN_TROUBLE_NO_READER] =
      N_ ("The part of Bayan that reads such files cannot be started. Install Bayan again."),
  [BAYAN_TROUBLE_ROW] = N_ ("The row does not fit the table, or has no text. Check the table around it."),
  [BAYAN_TROUBLE_NOT_EDITABLE] =
      N_ ("These words cannot be changed in one piece: they cross a line or something that was left out, or a name would "
          "vanish with them. Change fewer words, or leave them out of the text."),
  [BAYAN_TROUBLE_NO_STATEMENTS] = N_ (
      "There is nothing in this folder that Bayan reads: no text, page, document, mail, table or archive."),
  [BAYAN_TROUBLE_TOO_MANY_HELD] =
      N_ ("Too many files wait for a look. Decide on some of them, then import this one again."),
  [BAYAN_TROUBLE_NO_LIBRARY] = N_ ("No library is open. Open one or make a new one first."),
  [BAYAN_TROUBLE_NOT_LIBRARY] =
      N_ ("This file is not a Bayan library. It was left as it is; choose another."),
  [BAYAN_TROUBLE_DAMAGED] =
      N_ ("The library is damaged. It was left as it is; open a copy from your backup."),
  [BAYAN_TROUBLE_NEWER] =
      N_ ("This library was written by a newer Bayan. You can read it; update Bayan to change it."),
  [BAYAN_TROUBLE_READ_ONLY] =
      N_ ("The library cannot be written. You can read it; to change it, copy it to a folder of your own."),
  [BAYAN_TROUBLE_DISK_FULL] = N_ ("The disk is full. Nothing was changed; make room and try again."),
  [BAYAN_TROUBLE_BUSY] = N_ ("Another program is using the library. Close it there and try again."),
};

static char *
describe_unsupported (const char *format)
{
  g_autofree char *isolated = bayan_language_isolate (format);

  if (g_str_equal (format, "TNEF"))
    return g_strdup (
        _ ("This is a winmail.dat of Outlook, which Bayan does not read. Ask the sender for the mail in "
           "HTML or plain text, or for the attached file by itself."));
  /* Translators: the name of a file format, such as PDF */
  return g_strdup_printf (
      _ ("Bayan does not read %s. Save it as DOCX, PDF or plain text, or paste the text."), isolated);
}

/**
 * bayan_trouble_words:
 * @error: from the desk
 *
 * Returns: (transfer full): a sentence or two in the language of the interface; the error's own message where
 * nothing better is known
 */
char *
bayan_trouble_words (const GError *error)
{
  BayanTrouble trouble = bayan_trouble_of (error);
  const char *format;

  g_return_val_if_fail (error != NULL, NULL);

  format = bayan_trouble_get_found (error);
  if (trouble == BAYAN_TROUBLE_UNSUPPORTED && format != NULL)
    return describe_unsupported (format);
  if ((gsize) trouble < G_N_ELEMENTS (SENTENCES) && SENTENCES[trouble] != NULL)
    return g_strdup (_ (SENTENCES[trouble]));
  /* Translators: a technical message that was not foreseen */
  return g_strdup_printf (_ ("It did not work: %s"), error->message);
}

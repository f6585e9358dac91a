/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "doubles-edits.h"

#include <string.h>

static const char *const WAYS[] = { "replace", "delete", "insert", "reorder", "respell" };

/* Other words for a text, in no relation to it. */
static const char *const OTHER_WORDS[] = {
  "أفاد",  "أشار",  "لفت",   "اعتبر", "الجانب", "الطرف", "المسألة", "الموضوع", "الأوساط", "مساعي",
  "سبل",   "إطار",  "نطاق",  "صعيد",  "مستوى",  "وتيرة", "مضمون",   "فحوى",    "عموما",   "لاحقا",
  "آنفا",  "مجددا", "حاليا", "بدوره", "بدورها", "تجدر",  "يذكر",    "حسب",     "طبقا",    "إزاء",
  "تجاه",  "بغية",  "قصد",   "ملف",   "خطوة",   "مرحلة", "مسار",    "رؤية",    "موقف",    "دور",
  "أهمية", "ضرورة", "واقع",  "تطور",  "تقدم",   "نتيجة", "سياق",    "أبعاد",   "تفاصيل",  "معطيات",
};

/* What agencies put into everything. */
static const char *const OTHER_SENTENCES[] = {
  "وتابعت الوكالة أن مزيدا من التفاصيل سيصدر في وقت لاحق.",
  "ولم يتسن الحصول على تعليق فوري من الجهات المعنية.",
  "وكانت مصادر مطلعة قد ذكرت أن المشاورات مستمرة منذ أسابيع بعيدا عن الأضواء.",
  "ويأتي ذلك في ظل أوضاع اقتصادية صعبة تشهدها المنطقة وارتفاع في أسعار الطاقة.",
  "ويرى مراقبون أن الأشهر المقبلة ستكون حاسمة في تحديد مسار هذا الملف.",
  "وقال محلل سياسي للصحيفة إن الكلمات وحدها لا تكفي وإن العبرة في التنفيذ.",
  "وتتباين المواقف داخل العواصم المعنية من جدوى هذه الخطوات في المدى القريب.",
  "واكتفى مصدر دبلوماسي طلب عدم كشف اسمه بالقول إن الأجواء كانت إيجابية.",
  "وسبق أن شهد هذا الملف محاولات عديدة لم تكلل بالنجاح لأسباب متعددة.",
  "تابعوا آخر الأخبار عبر منصاتنا على مواقع التواصل الاجتماعي.",
};

const char *
doubles_way_to_string (DoublesWay way)
{
  return WAYS[way];
}

static gboolean
hits (GRand *random, guint percent)
{
  return (guint) g_rand_int_range (random, 0, 100) < percent;
}

/* Words, keeping the white space as it is. */
static char *
replace_words (const char *text, guint percent, GRand *random)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      for (guint w = 0; words[w] != NULL; w++)
        g_string_append_printf (out, "%s%s", w > 0 ? " " : "",
                                hits (random, percent) && words[w][0] != '\0'
                                    ? OTHER_WORDS[g_rand_int_range (random, 0, G_N_ELEMENTS (OTHER_WORDS))]
                                    : words[w]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The text as its sentences, each with what stands behind it. */
static GPtrArray *
split_sentences (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const char *from = text, *at = text;

  for (; *at != '\0'; at++)
    if ((at[0] == '.' && (at[1] == ' ' || at[1] == '\n')) || (at[0] == '\n' && at[1] != '\n'))
      {
        g_ptr_array_add (sentences, g_strndup (from, (gsize) (at + 1 - from)));
        from = at + 1;
      }
  g_ptr_array_add (sentences, g_strdup (from));
  return sentences;
}

static char *
join (GPtrArray *sentences)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append (out, sentences->pdata[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Sentences go, never the first two, until @percent of the bytes are gone. */
static char *
delete_sentences (const char *text, guint percent, GRand *random)
{
  g_autoptr (GPtrArray) sentences = split_sentences (text);
  gsize left = strlen (text) * percent / 100;

  for (guint tries = 0; tries < 200 && sentences->len > 3; tries++)
    {
      guint which = (guint) g_rand_int_range (random, 2, (gint32) sentences->len);
      gsize length = strlen (sentences->pdata[which]);
      if (length > left)
        continue;
      left -= length;
      g_ptr_array_remove_index (sentences, which);
    }
  return join (sentences);
}

static char *
insert_sentences (const char *text, guint percent, GRand *random)
{
  g_autoptr (GPtrArray) sentences = split_sentences (text);
  gsize wanted = strlen (text) * percent / 100;
  guint next = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (OTHER_SENTENCES));

  for (gsize done = 0; done < wanted;)
    {
      const char *sentence = OTHER_SENTENCES[next++ % G_N_ELEMENTS (OTHER_SENTENCES)];
      guint where = (guint) g_rand_int_range (random, 2, (gint32) MAX (sentences->len, 3));
      g_ptr_array_insert (sentences, (int) MIN (where, sentences->len), g_strdup_printf (" %s\n", sentence));
      done += strlen (sentence);
    }
  return join (sentences);
}

static char *
reorder_sentences (const char *text, guint percent, GRand *random)
{
  g_autoptr (GPtrArray) sentences = split_sentences (text);
  g_autofree char *joined = NULL;

  for (guint i = 2; i < sentences->len; i++)
    if (hits (random, percent * 2))
      {
        guint other = (guint) g_rand_int_range (random, 2, (gint32) sentences->len);
        gpointer sentence = sentences->pdata[i];
        sentences->pdata[i] = sentences->pdata[other];
        sentences->pdata[other] = sentence;
      }
  joined = join (sentences);
  return replace_words (joined, percent / 2, random);
}

/* As other keyboards write: bare alef, Arabic digits, vowel marks and tatweel here and there. */
static char *
respell (const char *text, guint percent, GRand *random)
{
  g_autofree char *replaced = replace_words (text, percent / 2, random);
  gsize length = strlen (replaced) - strlen (replaced) * percent / 2 / 100;
  g_autoptr (GString) out = g_string_new ("عاجل: نص البيان كاملا\n\n");
  const char *body = strchr (replaced, '\n');

  for (const char *at = body; at < replaced + length; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter == 0x623 || letter == 0x625)
        letter = 0x627;
      else if (letter >= '0' && letter <= '9')
        letter += 0x660 - '0';
      g_string_append_unichar (out, letter);
      if (letter == 0x645 && hits (random, 30))
        g_string_append (out, hits (random, 50) ? "\u064f" : "\u0640");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer full): @text, about @percent of it changed; the same @seed gives the same */
char *
doubles_edit (const char *text, DoublesWay way, guint percent, guint32 seed)
{
  static char *(*const EDITS[]) (const char *, guint, GRand *) = {
    replace_words, delete_sentences, insert_sentences, reorder_sentences, respell,
  };
  GRand *random = g_rand_new_with_seed (seed);
  char *edited = EDITS[way](text, percent, random);

  g_rand_free (random);
  return edited;
}

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/formats/data anew from data/samples, with the programs people use. Not run by the tests.

Needs, beside Debian's python3: soffice (LibreOffice Writer), chromium, node with puppeteer-core in $NODE_PATH, GMime's
introspection (gir1.2-gmime-3.0), iconv, zip and bsdtar. Names say what made the file: 01-writer.docx, 04-chromium.pdf.
"""
import csv
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'data', 'samples')
TEXTS = ['01-coalition-communique', '04-joint-statement', '05-maghrebi-dates', '06-levantine-dates', '07-hijri-date-line']
OUT = os.path.join(HERE, 'data')

ENCODINGS = {  # the name in the file's name: how Python calls the set, what comes first
    'utf-8': ('utf-8', b''),
    'utf-8-bom': ('utf-8', b'\xef\xbb\xbf'),
    'utf-16le-bom': ('utf-16-le', b'\xff\xfe'),
    'utf-16be-bom': ('utf-16-be', b'\xfe\xff'),
    'utf-16le': ('utf-16-le', b''),
    'utf-16be': ('utf-16-be', b''),
    'utf-32le-bom': ('utf-32-le', b'\xff\xfe\0\0'),
    'utf-32be': ('utf-32-be', b''),
    'windows-1256': ('cp1256', b''),
    'iso-8859-6': ('iso8859-6', b''),
    'mac-arabic': ('mac_arabic', b''),
}

FODT = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
 <office:styles>
  <style:style style:name="Standard" style:family="paragraph">
   <style:paragraph-properties fo:text-align="start" style:writing-mode="rl-tb" fo:margin-bottom="0.3cm"/>
   <style:text-properties style:font-name-complex="Noto Naskh Arabic" style:font-size-complex="13pt"/>
  </style:style>
  <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
   style:parent-style-name="Standard" style:default-outline-level="1">
   <style:text-properties style:font-size-complex="18pt" style:font-weight-complex="bold"/>
  </style:style>
 </office:styles>
 <office:automatic-styles>
  <style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
   fo:margin="2cm" style:writing-mode="rl-tb"/><style:header-style/><style:footer-style/></style:page-layout>
 </office:automatic-styles>
 <office:master-styles>
  <style:master-page style:name="Standard" style:page-layout-name="pm1">
   <style:header><text:p text:style-name="Standard">%(header)s</text:p></style:header>
   <style:footer><text:p text:style-name="Standard">%(footer)s <text:page-number text:select-page="current"/></text:p>
   </style:footer>
  </style:master-page>
 </office:master-styles>
 <office:body><office:text>%(body)s</office:text></office:body>
</office:document>
'''

PAGE = '''<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="%(charset)s"><title>%(title)s | وكالة بيان للأنباء</title>
<style>body{font:18px "Noto Naskh Arabic",serif;margin:2cm} nav a{margin:0 1em}</style></head>
<body><nav><a href="/">الرئيسية</a><a href="/politics">سياسة</a><a href="/economy">اقتصاد</a><a href="/contact">اتصل بنا</a></nav>
<article><h1>%(title)s</h1>
%(paragraphs)s
</article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/1">افتتاح معرض الكتاب الدولي في دورته الثلاثين</a></li>
<li><a href="/2">ارتفاع أسعار القمح في الأسواق العالمية</a></li></ul></aside>
<footer>جميع الحقوق محفوظة © وكالة بيان للأنباء</footer></body></html>
'''

PRINTED = '''<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>%(title)s</title>
<style>body{font:17px "Noto Naskh Arabic",serif}</style></head>
<body><h1>%(title)s</h1>
%(paragraphs)s
</body></html>
'''

SNAPSHOT = '''
const puppeteer = require('puppeteer-core'), fs = require('fs');
(async () => {
  const browser = await puppeteer.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
  const page = await browser.newPage();
  for (const [from, to] of JSON.parse(process.argv[2])) {
    await page.goto('file://' + from);
    const session = await page.target().createCDPSession();
    fs.writeFileSync(to, (await session.send('Page.captureSnapshot', {format: 'mhtml'})).data);
  }
  await browser.close();
})();
'''


def read(name):
    with open(os.path.join(SAMPLES, name + '.txt'), encoding='utf-8') as file:
        return file.read()


def write(name, data):
    with open(os.path.join(OUT, name), 'wb') as file:
        file.write(data)


def lines_of(text):
    return [line for line in text.split('\n') if line.strip()]


def page(template, text, charset='utf-8'):
    title, *rest = lines_of(text)
    paragraphs = '\n'.join('<p>%s</p>' % html.escape(line, quote=False) for line in rest)
    return template % {'title': html.escape(title), 'paragraphs': paragraphs, 'charset': charset}


def office(text):
    title, *rest = [html.escape(line, quote=False) for line in lines_of(text)]
    body = '<text:h text:style-name="Heading_20_1" text:outline-level="1">%s</text:h>' % title
    body += ''.join('<text:p text:style-name="Standard">%s</text:p>' % line for line in rest)
    return FODT % {'header': 'وزارة الخارجية – مكتب الإعلام', 'footer': 'صفحة', 'body': body}


def run(*arguments, **keywords):
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **keywords)


def make_office(work, names):
    for name in names:
        with open(os.path.join(work, name[:2] + '-writer.fodt'), 'w', encoding='utf-8') as file:
            file.write(office(read(name)))
    sources = [os.path.join(work, name[:2] + '-writer.fodt') for name in names]
    for kind in ['odt', 'docx', 'rtf', 'pdf']:
        run('soffice', '-env:UserInstallation=file://' + work + '/profile', '--headless', '--convert-to', kind,
            '--outdir', OUT, *sources)


def make_browser(work, names):
    pairs = []
    for name in names:
        short = name[:2]
        for stem, template in [('page', PAGE), ('print', PRINTED)]:
            with open(os.path.join(work, short + '-' + stem + '.html'), 'w', encoding='utf-8') as file:
                file.write(page(template, read(name)))
        run('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer',
            '--print-to-pdf=' + os.path.join(OUT, short + '-chromium.pdf'), os.path.join(work, short + '-print.html'))
        shutil.copy(os.path.join(work, short + '-page.html'), os.path.join(OUT, short + '-page.html'))
        write(short + '-page-1256.html', page(PAGE, read(name), 'windows-1256').encode('cp1256', 'xmlcharrefreplace'))
        pairs.append((os.path.join(work, short + '-page.html'), os.path.join(OUT, short + '-chromium.mhtml')))
    script = os.path.join(work, 'snapshot.js')
    with open(script, 'w', encoding='utf-8') as file:
        file.write(SNAPSHOT)
    run('node', script, json.dumps(pairs))


def make_mail(names):
    import gi
    gi.require_version('GMime', '3.0')
    from gi.repository import GLib, GMime
    GMime.init()
    for index, name in enumerate(names):
        text = read(name)
        title, *rest = lines_of(text)
        message = GMime.Message.new(True)
        message.set_subject(title, 'utf-8')
        message.add_mailbox(GMime.AddressType.FROM, 'مكتب الإعلام', 'media@example.org')
        message.add_mailbox(GMime.AddressType.TO, 'الصحافة', 'press@example.org')
        message.set_date(GLib.DateTime.new_utc(2024, 5, 14 + index, 9, 30, 0))
        charset = ['utf-8', 'windows-1256', 'iso-8859-6', 'utf-8', 'utf-8'][index]
        encoding = [GMime.ContentEncoding.BASE64, GMime.ContentEncoding.QUOTEDPRINTABLE, GMime.ContentEncoding.BASE64,
                    getattr(GMime.ContentEncoding, '8BIT'), GMime.ContentEncoding.QUOTEDPRINTABLE][index]
        plain = part_of(GMime, 'plain', charset, encoding, text.encode(charset))
        if index == 3:  # both ways at once, as Outlook and Gmail send them
            both = GMime.Multipart.new_with_subtype('alternative')
            both.add(plain)
            both.add(part_of(GMime, 'html', 'utf-8', GMime.ContentEncoding.BASE64, page(PRINTED, text).encode()))
            message.set_mime_part(both)
        elif index == 4:  # the statement is in the attachment
            mixed = GMime.Multipart.new_with_subtype('mixed')
            mixed.add(part_of(GMime, 'plain', 'utf-8', encoding,
                              'السادة الكرام،\n\nتجدون البيان مرفقا بهذه الرسالة.\n\nمع التحية\n'.encode()))
            attached = part_of(GMime, 'html', 'utf-8', GMime.ContentEncoding.BASE64, page(PRINTED, text).encode())
            attached.set_filename('بيان.html')
            mixed.add(attached)
            message.set_mime_part(mixed)
        else:
            message.set_mime_part(plain)
        write(name[:2] + '-gmime.eml', message.to_string(None).encode('utf-8', 'surrogateescape'))


def part_of(GMime, subtype, charset, encoding, data):
    part = GMime.Part.new_with_type('text', subtype)
    part.set_content_type_parameter('charset', charset)
    stream = GMime.StreamMem.new_with_buffer(data)
    part.set_content(GMime.DataWrapper.new_with_stream(stream, GMime.ContentEncoding.DEFAULT))
    part.set_content_encoding(encoding)
    return part


def make_archives(work, names):
    for index, name in enumerate(names):
        folder = os.path.join(work, 'archive-' + name[:2], 'بيانات', '2024')
        os.makedirs(folder)
        # With the line ends of Windows: the same bytes as in another file would be one statement.
        with open(os.path.join(folder, name + '.txt'), 'w', encoding='utf-8', newline='\r\n') as file:
            file.write(read(name))
        target = os.path.join(OUT, name[:2] + ('-zip.zip' if index % 2 else '-bsdtar.zip'))
        if os.path.exists(target):
            os.remove(target)
        top = os.path.join(work, 'archive-' + name[:2])
        if index % 2:
            run('zip', '-r', target, 'بيانات', cwd=top)
        else:
            run('bsdtar', '-a', '-cf', target, 'بيانات', cwd=top)


def rows_of(names):
    for index, name in enumerate(names):
        title, *rest = lines_of(read(name))
        yield {'title': title, 'date': '2024-05-%02d' % (14 + index), 'source': 'وكالة بيان', 'text': '\n\n'.join(rest)}


def make_csv(name, rows, heads, encoding='utf-8', **options):
    with open(os.path.join(OUT, name), 'w', encoding=encoding, newline='') as file:
        writer = csv.writer(file, **options)
        if heads:
            writer.writerow(heads)
        writer.writerows([row.values() for row in rows])


def make_tables(names):
    rows = list(rows_of(names))
    arabic = ['العنوان', 'التاريخ', 'المصدر', 'النص']
    make_csv('all-comma.csv', rows, arabic, 'utf-8-sig')
    make_csv('all-semicolon.csv', rows, arabic, 'cp1256', delimiter=';')
    make_csv('all-tab.csv', rows, list(rows[0]), 'utf-16', delimiter='\t')
    make_csv('all-quoted.csv', rows, ['Headline', 'Published', 'Outlet', 'Body'], quoting=csv.QUOTE_ALL)
    short = [{key: row[key] for key in ['text', 'title']} for row in rows]
    make_csv('all-unix.csv', short, list(short[0]), lineterminator='\n')
    keys = {'english': list(rows[0]), 'arabic': arabic, 'news': ['headline', 'published_at', 'outlet', 'body']}
    for stem, names_of_keys in keys.items():
        with open(os.path.join(OUT, 'all-%s.jsonl' % stem), 'w', encoding='utf-8') as file:
            for row in rows:
                file.write(json.dumps(dict(zip(names_of_keys, row.values())), ensure_ascii=False) + '\n')
    with open(os.path.join(OUT, 'all-escaped.jsonl'), 'w', encoding='ascii', newline='\r\n') as file:
        for row in rows:
            file.write(json.dumps(row) + '\n')
    with open(os.path.join(OUT, 'all-list.json'), 'w', encoding='utf-8') as file:
        json.dump(rows, file, ensure_ascii=False, indent=1)


def make_encodings(names):
    for name in names:
        text = read(name)
        for stem, (encoding, mark) in ENCODINGS.items():
            write('%s-%s.txt' % (name[:2], stem), mark + text.encode(encoding, 'strict'))
        write(name[:2] + '-double.txt', text.encode('utf-8').decode('latin-1').encode('utf-8'))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    with tempfile.TemporaryDirectory() as work:
        make_office(work, TEXTS)
        make_browser(work, TEXTS)
        make_mail(TEXTS)
        make_archives(work, TEXTS)
    make_tables(TEXTS)
    make_encodings(TEXTS)


sys.exit(main())

"""The page on which those write who have no terminal: an editor, fed from the content model. Pure.

bundle.py         the editor itself, as it is vendored
labels.py         what the keys are called on the page
forms.py          types -> fields of the form, and how their values stand in files
collections.py    sections, pages and data files -> collections
components.py     shortcodes -> what can be inserted into a text
configuration.py  all of it, as the page reads it
pages.py          the files of the page
page/             its scripts: values out of files and back, the form, the preview
vendor/           Sveltia CMS, with its licences
words/            words of ours for it, by language
"""

"""What templates see of the letters that were sent."""

from sitegen.rendering.view.asking import Asking, Fact, asks
from sitegen.site.questions import letters as questions


class LetterView(Asking):
    """Letters to the site's lists."""

    letters = Fact(questions.letters)
    letter = asks(questions.letter)
    letters_url = Fact(questions.letters_url)

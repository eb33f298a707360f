<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** A letter whose subject and text the agency may write itself, and that it may turn off. */
interface CustomisableLetter extends LetterWriter
{
    /** In the present language. */
    public function kind(): LetterKind;
}

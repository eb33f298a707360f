<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;

final readonly class ToyLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return new Letter('A toy for you', '', 'A toy', ['It is red.']);
    }
}

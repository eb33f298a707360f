<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** The plain text beside the HTML, made of the same parts. */
final readonly class TextLetter
{
    public function render(Letter $letter, Letterhead $letterhead): string
    {
        $blocks = [$letter->heading, ...$letter->paragraphs];
        if ($letter->facts !== []) {
            $blocks[] = implode("\n", array_map(static fn (Fact $fact): string => "{$fact->label}: {$fact->value}", $letter->facts));
        }
        if ($letter->button !== null) {
            $blocks[] = "{$letter->button->label}:\n{$letter->button->url}";
        }
        array_push($blocks, ...$letter->small_print);
        if ($letterhead->footer() !== '') {
            $blocks[] = $letterhead->footer();
        }
        // RFC 3676: a signature begins with "-- ".
        $blocks[] = "-- \n" . implode("\n", [$letterhead->name(), ...$letterhead->imprint()]);

        return implode("\n\n", $blocks) . "\n";
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** What one mail says, in the reader's language, as plain text; HtmlLetter and TextLetter set it. */
final readonly class Letter
{
    public string $preheader;

    /** @var list<string> */
    public array $paragraphs;

    /**
     * @param string $preheader what inboxes show beside the subject
     * @param list<string> $paragraphs may have line breaks
     * @param list<Fact> $facts
     * @param list<string> $small_print
     * @param list<Attachment> $attachments
     * @param array<string, string> $values what the agency's own words may name: {number} is "INV-0012"
     */
    public function __construct(
        public string $subject,
        string $preheader,
        public string $heading,
        array $paragraphs,
        public array $facts = [],
        public ?Button $button = null,
        public array $small_print = [],
        public array $attachments = [],
        public array $values = [],
    ) {
        $this->preheader = self::ended_once($preheader);
        $this->paragraphs = array_map(self::ended_once(...), $paragraphs);
    }

    /** A sentence that ends with a name such as "Acme Inc." or "Kowalska sp. z o.o." has one full stop. */
    private static function ended_once(string $text): string
    {
        return preg_replace('/(?<=\w)\.\.(?!\.)/u', '.', $text) ?? $text;
    }

    public function with_subject(string $subject): self
    {
        return new self($subject, $this->preheader, $this->heading, $this->paragraphs, $this->facts, $this->button, $this->small_print, $this->attachments, $this->values);
    }

    /** @param list<string> $paragraphs */
    public function with_paragraphs(array $paragraphs): self
    {
        return new self($this->subject, $this->preheader, $this->heading, $paragraphs, $this->facts, $this->button, $this->small_print, $this->attachments, $this->values);
    }
}

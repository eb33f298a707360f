<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** What one mail says, in the reader's language, as plain text; HtmlLetter and TextLetter set it. */
final readonly class Letter
{
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
        public string $preheader,
        public string $heading,
        public array $paragraphs,
        public array $facts = [],
        public ?Button $button = null,
        public array $small_print = [],
        public array $attachments = [],
        public array $values = [],
    ) {
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

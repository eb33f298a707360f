<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** What somebody has to look at: mail that did not leave, money that nobody asked for, a client's request. Said while there is some. */
final readonly class Notices implements OverviewPart
{
    /**
     * @param string $id by which they are known, "mail"
     * @param string $title "2 emails couldn’t be sent."
     * @param list<Notice> $items newest first, a few
     * @param string $more what opens all of them: "Open the email log"; empty for nothing
     * @param Tone $tone Bad for what went wrong, Plain for what waits for an answer
     */
    public function __construct(
        public string $id,
        public string $title,
        public array $items,
        public string $more = '',
        public ?Opens $opens = null,
        public Tone $tone = Tone::Bad,
    ) {
    }

    /** @return array<string, mixed> the contract's `overviewNotices` */
    public function to_wire(): array
    {
        return [
            'id' => $this->id,
            'title' => $this->title,
            'tone' => $this->tone->value,
            'items' => array_map(static fn (Notice $item): array => ['label' => $item->label, 'about' => $item->about, 'text' => $item->text, 'opens' => $item->opens?->to_wire()], $this->items),
            'more' => $this->more,
            'opens' => $this->opens?->to_wire(),
        ];
    }
}

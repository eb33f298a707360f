<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;

/** What stands around every view of the portal. */
final readonly class FrameView
{
    /**
     * @param list<array{word: string, label: string, url: string, is_current: bool, count: int, count_in_words: string}> $tabs
     * @param list<array{id: int, name: string}> $other_clients whose portal the person may look at instead
     * @param 'h1'|'h2' $heading depends on whether the page around has a title of its own
     */
    public function __construct(
        public Look $look,
        public bool $shows_brand,
        public string $title,
        public string $subtitle,
        public string $heading,
        public array $tabs,
        public string $person,
        public string $client,
        /** "" for who may not open it */
        public string $account_url,
        public string $log_out_url,
        /** HTML of the view */
        public string $content,
        public bool $is_sample = false,
        public array $other_clients = [],
        /** Of the saved payment methods; "" for whoever may not see them */
        public string $methods_url = '',
    ) {
    }

    /** "AK" */
    public function initials(): string
    {
        $words = preg_split('/\s+/u', trim($this->person), -1, PREG_SPLIT_NO_EMPTY);
        $words = $words === false ? [] : $words;
        $first = mb_substr($words[0] ?? '', 0, 1);

        return mb_strtoupper($first . (count($words) > 1 ? mb_substr((string) end($words), 0, 1) : ''));
    }
}

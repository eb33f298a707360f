<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

/** A screen that has one thing to say. */
final readonly class MessageView
{
    public function __construct(
        public string $text,
        public string $link_label = '',
        public string $link_url = '',
        /** Where a log-out is posted to; '' without one */
        public string $log_out_url = '',
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;

/** What stands around a bill that was opened by a link: no way to anything else but to log in. */
final readonly class LinkedBillView
{
    /** @param 'h1'|'h2' $heading depends on whether the page around has a title of its own */
    public function __construct(
        public Look $look,
        public string $title,
        public string $heading,
        public string $login_url,
        /** HTML of the view */
        public string $content,
        /** Whom to write to; '' for nobody */
        public string $email,
    ) {
    }
}

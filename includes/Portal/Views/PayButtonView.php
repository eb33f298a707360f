<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;

final readonly class PayButtonView
{
    public function __construct(
        public Look $look,
        /** '' when there is nothing to pay */
        public string $url,
        public string $label,
        /** Below the button, or instead of it */
        public string $note,
        public bool $is_wide,
        public bool $is_sample = false,
    ) {
    }
}

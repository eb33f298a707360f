<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Identity\LoginView;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;

/** What the door of one page found: made anew for each page, so nothing of one reader's is left for the next. */
final readonly class Entered
{
    public function __construct(
        public ?Reader $reader = null,
        public ?OpenedScreen $screen = null,
        public ?LoginView $login = null,
        /** Whose brand a bill wears that was opened by a link, where it is one; its reader is nobody's contact */
        public ?Portal $linked = null,
        /** Why somebody who is logged in sees no screen */
        public ?DomainError $refusal = null,
    ) {
    }

    /** Whether the portal has been asked for yet. */
    public function is_answered(): bool
    {
        return $this->screen !== null || $this->refusal !== null;
    }
}

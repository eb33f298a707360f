<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What is known of a VAT ID by asking its register. */
enum VatCheckState: string
{
    /** Not answered yet: it is asked again. */
    case Waiting = 'waiting';
    case Valid = 'valid';
    case Invalid = 'invalid';
    /** It was asked for two days and never answered. */
    case Unanswered = 'unanswered';
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Payments\Gateway\HintKind;

/** Something a gateway called about: a hint to look there, not a fact. */
final readonly class GatewayEvent
{
    private function __construct(
        public int $id,
        public string $gateway,
        public string $mode,
        public GatewayHint $hint,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self((int) $row['id'], (string) $row['gateway'], (string) $row['mode'], new GatewayHint(HintKind::from((string) $row['kind']), (string) $row['object_id']));
    }
}

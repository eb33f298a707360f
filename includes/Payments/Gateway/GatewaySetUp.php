<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** How a gateway is set up on this site: what its module contributes, by its name. Asks nobody outside. */
interface GatewaySetUp
{
    /** For people: its name. */
    public function title(): string;

    /** What is to be done before it can be used, for the list of first steps: "Connect …". */
    public function first_step(): string;

    /** "test" or "live": what the agency has chosen for payments that are begun now. */
    public function mode(): string;

    /** Whether clients can be offered to pay with it: there are keys. */
    public function is_ready(): bool;

    /** Whether it has answered to these keys as well. */
    public function is_connected(): bool;

    /** The account of a mode, whatever it can do. */
    public function in_mode(string $mode): Gateway;

    /** @return list<string> query arguments it leaves in the pay page's address when a payer comes back from a bank */
    public function leaves_in_address(): array;
}

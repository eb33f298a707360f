<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;

/**
 * Who charges kept methods hears what became of it: each call is part of the change that wrote it down, once for each.
 * Asks nobody outside.
 */
interface FollowsCharges
{
    /** The money of a charge came, at once, after days, or because the client completed it on the pay page. */
    public function came(Change $change, Payment $payment): void;

    /**
     * A charge was declined, or a debit came to nothing after days.
     *
     * @return bool whether it tells the client itself; otherwise they get the mail about failed payments
     */
    public function failed(Change $change, Payment $payment, FailureReason $reason): bool;

    /**
     * The bank wants the client to be there: they can complete this payment on the pay page of its invoice.
     *
     * @return bool whether it tells the client itself
     */
    public function needs_client(Change $change, Payment $payment): bool;

    /** It is with a bank for days (Payment::$expected_on). */
    public function on_its_way(Change $change, Payment $payment): void;

    /** The payer's bank took money back that had come. Told of every payment, charged or paid by the client. */
    public function returned(Change $change, Payment $payment, Money $amount): void;

    /** A method was kept; KeptMethod::$is_default says whether it is the client's default now. */
    public function method_kept(Change $change, KeptMethod $method): void;

    /** Its card was replaced by the network, or its expiry has moved. */
    public function method_updated(Change $change, KeptMethod $method): void;

    /** It is the client's default from now on. */
    public function default_chosen(Change $change, KeptMethod $method): void;

    /** The same card or account was left again: what was charged to one is charged to the other from now on. */
    public function method_replaced(Change $change, KeptMethod $before, KeptMethod $method): void;

    /** A payment was made with it, and its payer agreed that what its bills are for is charged to it from then on. Told once or more. */
    public function method_agreed(Change $change, KeptMethod $method, Payment $payment): void;

    /** It can't be charged any more (KeptMethod::$removed_why: also a mandate that was revoked, a customer who was deleted). */
    public function method_removed(Change $change, KeptMethod $method): void;
}

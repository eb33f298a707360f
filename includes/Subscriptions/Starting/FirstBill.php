<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

/** What is billed of a subscription whose first day has passed already. */
enum FirstBill: string
{
    /** All periods since its first day */
    case Start = 'start';
    /** The period that today is in, and those that follow */
    case Current = 'current';
    /** What was before the next period was billed elsewhere */
    case Next = 'next';
}

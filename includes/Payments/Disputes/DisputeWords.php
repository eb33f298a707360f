<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Money\MoneyFormat;

/** What is said of a dispute that waits for the agency or for the bank, in the reader's language. */
final readonly class DisputeWords
{
    /** @param string $day until when the bank takes an answer, "2026-12-31", or "" */
    public static function what(Dispute $dispute, string $gateway_title, string $day): string
    {
        $amount = (new MoneyFormat(determine_locale()))->named($dispute->amount, $dispute->currency);

        return match (true) {
            $dispute->state === DisputeState::UnderReview => sprintf(
                /* translators: 1: amount of money, 2: gateway */
                __('The client’s bank disputed %1$s of this payment. Your response is under review. The outcome will appear in the %2$s dashboard.', 'counterfoil'),
                $amount,
                $gateway_title
            ),
            $day === '' => sprintf(
                /* translators: 1: amount of money, 2: gateway */
                __('The client’s bank disputed %1$s of this payment. Respond in the %2$s dashboard as soon as you can.', 'counterfoil'),
                $amount,
                $gateway_title
            ),
            default => sprintf(
                /* translators: 1: amount of money, 2: gateway, 3: day, "December 31, 2026" */
                __('The client’s bank disputed %1$s of this payment. Respond in the %2$s dashboard by %3$s.', 'counterfoil'),
                $amount,
                $gateway_title,
                SiteDay::of($day)
            ),
        };
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangeSubscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Withdraws what is still planned of an announcement: whose new price counts already keeps it. Whoever was told is told again. */
final readonly class WithdrawRises
{
    public function __construct(private Changes $changes, private AnnouncementsQuery $announcements, private SubscriptionRepository $subscriptions, private ChangeSubscription $change)
    {
    }

    /** @throws DomainError 404, 409 when nothing of it is planned any more */
    public function handle(int $id, Viewer $viewer): Announcement
    {
        $announcement = $this->announcements->get($id, $viewer);
        $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): void {
            $planned = $this->announcements->planned($id, $viewer);
            if ($planned === []) {
                throw DomainError::conflict('nothing_planned', __('None of these new prices can be withdrawn anymore.', 'counterfoil'));
            }
            foreach ($planned as $subscription_id) {
                $this->change->withdraw_it($change, $this->subscriptions->lock($subscription_id, $viewer));
            }
        });

        return $announcement;
    }
}

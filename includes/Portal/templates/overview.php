<?php

declare(strict_types=1);

use Counterfoil\Invoices\Portal\InvoicesScreen;
use Counterfoil\Invoices\Portal\InvoicesView;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\OverviewView $view */


defined('ABSPATH') || exit;

?>
<?php if ($view->next !== null) : ?>
    <section class="cf-card cf-due is-<?php echo Html::escape($view->next->state); ?>" aria-labelledby="cf-due">
        <div class="cf-due__words">
            <h2 class="cf-label" id="cf-due"><?php esc_html_e('Amount due', 'counterfoil'); ?></h2>
            <?php foreach ($view->amounts as $amount) : ?>
                <p class="cf-sum"><?php echo Html::escape($amount); ?></p>
            <?php endforeach; ?>
            <p class="cf-due__detail">
                <?php if ($view->more !== '') : ?>
                    <span class="cf-due__more"><?php echo Html::escape($view->more); ?></span>
                <?php endif; ?>
                <?php if (in_array($view->next->state, ['overdue', 'processing'], true)) : ?>
                    <span class="cf-state is-<?php echo Html::escape($view->next->state); ?>"><?php echo Html::escape($view->next->label); ?></span>
                <?php endif; ?>
                <a href="<?php echo esc_url($view->next->url); ?>"><bdi><?php echo Html::escape($view->detail); ?></bdi></a>
            </p>
        </div>
        <?php if ($view->next->pay_url !== null) : ?>
            <a class="cf-button cf-button--primary cf-button--large" href="<?php echo esc_url($view->next->pay_url); ?>"><?php echo Html::escape($view->next->pay_label); ?></a>
        <?php endif; ?>
    </section>
<?php else : ?>
    <section class="cf-card cf-due is-paid">
        <svg class="cf-check" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><circle cx="12" cy="12" r="12"/><path d="m7 12.5 3.5 3.5L17 9"/></svg>
        <div class="cf-due__words">
            <h2 class="cf-sum"><?php echo Html::escape($view->recent === [] ? __('Nothing to pay', 'counterfoil') : __('All invoices are paid', 'counterfoil')); ?></h2>
            <p class="cf-due__detail"><?php esc_html_e('Nothing is due right now.', 'counterfoil'); ?></p>
        </div>
    </section>
<?php endif; ?>
<div class="cf-columns">
    <section class="cf-columns__main" aria-labelledby="cf-recent">
        <div class="cf-heading">
            <h2 class="cf-h2" id="cf-recent"><?php esc_html_e('Recent invoices', 'counterfoil'); ?></h2>
            <?php if ($view->recent !== []) : ?>
                <a href="<?php echo esc_url($view->invoices_url); ?>"><?php esc_html_e('All invoices', 'counterfoil'); ?></a>
            <?php endif; ?>
        </div>
        <?php echo Template::draw(InvoicesScreen::TEMPLATE, new InvoicesView($view->recent)); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
    </section>
    <div class="cf-columns__side">
        <?php if ($view->recurring !== []) : ?>
        <section aria-labelledby="cf-recurring">
            <div class="cf-heading">
                <h2 class="cf-h2" id="cf-recurring"><?php esc_html_e('Subscriptions', 'counterfoil'); ?></h2>
            </div>
            <div class="cf-card cf-card--small">
                <?php foreach ($view->recurring as $sum) : ?>
                    <p class="cf-strong"><?php
                        /* translators: %s: amount of money */
                        echo Html::escape(sprintf(__('%s per month, before tax', 'counterfoil'), $sum['amount']));
                    ?></p>
                    <p><a href="<?php echo esc_url($view->subscriptions_url); ?>"><?php echo Html::escape($sum['counted']); ?></a></p>
                <?php endforeach; ?>
            </div>
        </section>
        <?php endif; ?>
        <section aria-labelledby="cf-billing">
            <div class="cf-heading">
                <h2 class="cf-h2" id="cf-billing"><?php esc_html_e('Bill to', 'counterfoil'); ?></h2>
            </div>
            <div class="cf-card cf-card--small">
                <?php foreach ($view->billing as $i => $line) : ?>
                    <p class="<?php echo $i === 0 ? 'cf-strong' : ''; ?>"><bdi><?php echo Html::escape($line); ?></bdi></p>
                <?php endforeach; ?>
            </div>
        </section>
    </div>
</div>

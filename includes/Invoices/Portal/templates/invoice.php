<?php

declare(strict_types=1);

use Counterfoil\Invoices\Portal\InvoiceScreen;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Invoices\Portal\InvoiceView $view */

defined('ABSPATH') || exit;

?>
<p class="cf-back"><a href="<?php echo esc_url($view->back_url); ?>"><?php esc_html_e('All invoices', 'counterfoil'); ?></a></p>
<div class="cf-card cf-act">
    <div class="cf-act__words">
        <span class="cf-state is-<?php echo Html::escape($view->item->state); ?>"><?php echo Html::escape($view->item->label); ?></span>
        <?php if ($view->item->kind !== '') : ?>
            <span class="cf-state"><?php echo Html::escape($view->item->kind); ?></span>
        <?php endif; ?>
        <p class="cf-act__headline"><?php echo Html::escape($view->headline); ?></p>
        <?php if ($view->item->announced !== '') : ?>
            <p><?php echo Html::escape($view->item->announced); ?></p>
        <?php endif; ?>
    </div>
    <div class="cf-act__buttons">
        <?php if ($view->other !== null) : ?>
            <a class="cf-act__view" href="<?php echo esc_url($view->other['url']); ?>"><?php echo Html::escape($view->other['text']); ?></a>
        <?php endif; ?>
        <a class="cf-act__view" href="<?php echo esc_url($view->item->pdf_url); ?>"><?php esc_html_e('View PDF', 'counterfoil'); ?></a>
        <a class="cf-button<?php echo $view->item->pay_url === null ? '' : ' cf-button--large'; ?>" href="<?php echo esc_url($view->item->download_url); ?>"><?php esc_html_e('Download PDF', 'counterfoil'); ?></a>
        <?php if ($view->item->pay_url !== null) : ?>
            <a class="cf-button cf-button--primary cf-button--large" href="<?php echo esc_url($view->item->pay_url); ?>"><?php echo Html::escape($view->item->pay_label); ?></a>
        <?php endif; ?>
    </div>
</div>
<?php if ($view->returned !== '') : ?>
    <p class="cf-notice"><?php echo Html::escape($view->returned); ?></p>
<?php endif; ?>
<?php echo Template::draw(InvoiceScreen::PAPER, $view); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
<?php if ($view->credit_notes !== []) : ?>
    <section aria-labelledby="cf-credit-notes">
        <h2 class="cf-h2" id="cf-credit-notes"><?php esc_html_e('Credit notes', 'counterfoil'); ?></h2>
        <ul class="cf-list">
            <?php foreach ($view->credit_notes as $note) : ?>
                <li class="cf-row cf-row--payment">
                    <span class="cf-row__number"><bdi><?php echo Html::escape($note['number']); ?></bdi> · <bdi><?php echo Html::escape($note['reason']); ?></bdi></span>
                    <span class="cf-row__date"><?php echo Html::escape($note['date']); ?></span>
                    <span class="cf-row__amount"><?php echo Html::escape($note['amount']); ?></span>
                    <a class="cf-row__receipt" href="<?php echo esc_url($note['url']); ?>"><?php
                        /* translators: %s: number of a credit note */
                        echo Html::escape(sprintf(__('Download credit note %s', 'counterfoil'), $note['number']));
                ?></a>
                </li>
            <?php endforeach; ?>
        </ul>
    </section>
<?php endif; ?>
<?php if ($view->payments !== []) : ?>
    <section aria-labelledby="cf-payments">
        <h2 class="cf-h2" id="cf-payments"><?php esc_html_e('Payments', 'counterfoil'); ?></h2>
        <ul class="cf-list">
            <?php foreach ($view->payments as $payment) : ?>
                <li class="cf-row cf-row--payment">
                    <span class="cf-row__number"><?php echo Html::escape($payment['what']); ?></span>
                    <span class="cf-row__date"><?php echo Html::escape($payment['date']); ?></span>
                    <span class="cf-row__amount"><?php echo Html::escape($payment['amount']); ?></span>
                    <?php if ($payment['receipt_url'] !== null) : ?>
                        <a class="cf-row__receipt" href="<?php echo esc_url($payment['receipt_url']); ?>"><?php echo Html::escape($payment['receipt']); ?></a>
                    <?php endif; ?>
                </li>
            <?php endforeach; ?>
        </ul>
    </section>
<?php endif; ?>

<?php

declare(strict_types=1);

use Counterfoil\Portals\Pager;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Invoices\CreditNotes\Portal\CreditNotesView $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->items === []) : ?>
    <div class="cf-card cf-message">
        <p class="cf-strong"><?php $view->newest_url === null ? esc_html_e('No credit notes yet', 'counterfoil') : esc_html_e('No older credit notes', 'counterfoil'); ?></p>
        <p><?php esc_html_e('Corrections of your invoices will appear here, and we’ll email them to you.', 'counterfoil'); ?></p>
    </div>
<?php else : ?>
    <?php // The roles say again what the elements are: laid out as a grid, some browsers forget it.?>
    <div class="cf-list">
        <table class="cf-table" role="table">
            <thead role="rowgroup">
                <tr class="cf-row cf-row--head" role="row">
                    <th scope="col" role="columnheader"><?php esc_html_e('Credit note', 'counterfoil'); ?></th>
                    <th class="cf-row__issued" scope="col" role="columnheader"><?php esc_html_e('Issue date', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Invoice', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Reason', 'counterfoil'); ?></th>
                    <th class="cf-row__amount" scope="col" role="columnheader"><?php esc_html_e('Amount', 'counterfoil'); ?></th>
                    <th class="cf-row__actions" scope="col" role="columnheader"><span class="cf-hidden"><?php esc_html_e('Actions', 'counterfoil'); ?></span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <?php foreach ($view->items as $item) : ?>
                    <tr class="cf-row" role="row">
                        <td class="cf-row__number" role="cell"><bdi><?php echo Html::escape($item['number']); ?></bdi></td>
                        <td class="cf-row__issued" role="cell"><?php echo Html::escape($item['issued']); ?></td>
                        <td class="cf-row__due" role="cell"><span class="cf-row__label" aria-hidden="true"><?php esc_html_e('Invoice', 'counterfoil'); ?> </span><a href="<?php echo esc_url($item['invoice_url']); ?>"><bdi><?php echo Html::escape($item['invoice']); ?></bdi></a></td>
                        <td class="cf-row__state" role="cell" dir="auto"><?php echo Html::escape($item['reason']); ?></td>
                        <td class="cf-row__amount" role="cell"><?php echo Html::escape($item['amount']); ?></td>
                        <td class="cf-row__actions" role="cell">
                            <a class="cf-row__pdf" href="<?php echo esc_url($item['pdf_url']); ?>" aria-label="<?php
                                /* translators: %s: number of a credit note */
                                echo Html::escape(sprintf(__('PDF of credit note %s', 'counterfoil'), $item['number']));
                    ?>">PDF</a>
                        </td>
                    </tr>
                <?php endforeach; ?>
            </tbody>
        </table>
    </div>
<?php endif; ?>
<?php echo Template::draw(Pager::TEMPLATE, new Pager(__('More credit notes', 'counterfoil'), __('Latest credit notes', 'counterfoil'), $view->newest_url, __('Older credit notes', 'counterfoil'), $view->older_url)); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>

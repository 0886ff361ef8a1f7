import type {Route} from './kit/router';
import {t} from './kit/text';

/** Every address of the dashboard. `DashboardPages` of the gateway serves the page for each first segment. */
export const ROUTES: readonly Route[] = [
  {path: '/', element: 'welcome-page', open: true, load: () => import('./shell/welcome-page'),
    title: () => t('Giám sát thực hiện Nghị quyết 57', 'Monitoring of Resolution 57')},
  {path: '/overview', element: 'overview-page', load: () => import('./pages/overview/overview-page'),
    title: () => t('Tổng quan', 'Overview')},
  {path: '/indicators', element: 'indicators-page', load: () => import('./pages/indicators/indicators-page'),
    title: () => t('Chỉ tiêu', 'Indicators')},
  {path: '/indicators/:id', element: 'indicator-page', load: () => import('./pages/indicators/indicator-page'),
    title: () => t('Chỉ tiêu', 'Indicator')},
  {path: '/tasks', element: 'tasks-page', load: () => import('./pages/tasks/tasks-page'),
    title: () => t('Nhiệm vụ', 'Tasks')},
  {path: '/tasks/calendar', element: 'task-calendar-page', load: () => import('./pages/tasks/task-calendar-page'),
    title: () => t('Lịch nhiệm vụ', 'Task calendar')},
  {path: '/tasks/:id', element: 'task-page', load: () => import('./pages/tasks/task-page'),
    title: () => t('Nhiệm vụ', 'Task')},
  {path: '/reports', element: 'reports-page', load: () => import('./pages/reports/reports-page'),
    title: () => t('Báo cáo', 'Reports')},
  {path: '/reports/:id', element: 'report-page', load: () => import('./pages/reports/report-page'),
    title: () => t('Báo cáo', 'Report')},
  {path: '/entry', element: 'entry-page', load: () => import('./pages/entry/entry-page'),
    title: () => t('Nhập số liệu', 'Data entry')},
  {path: '/verification', element: 'verification-page', load: () => import('./pages/verification/verification-page'),
    title: () => t('Xác nhận', 'Verification')},
  {path: '/plans', element: 'plans-page', load: () => import('./pages/plans/plans-page'),
    title: () => t('Kế hoạch', 'Plans')},
  {path: '/plans/import', element: 'plan-import-page', load: () => import('./pages/plans/plan-import-page'),
    title: () => t('Nhập kế hoạch', 'Import a plan')},
  {path: '/plans/:id', element: 'plan-page', load: () => import('./pages/plans/plan-page'),
    title: () => t('Kế hoạch', 'Plan')},
  {path: '/public', element: 'public-page', open: true, load: () => import('./pages/public/public-page'),
    title: () => t('Số liệu công khai', 'Public data')},
  {path: '/public/:id', element: 'dataset-page', open: true, load: () => import('./pages/public/dataset-page'),
    title: () => t('Số liệu công khai', 'Public data')},
];

/** What the navigation offers, to whom: an operation of the contract that the page cannot do without. */
export const NAVIGATION: readonly {to: string; label: () => string; needs?: string}[] = [
  {to: '/overview', label: () => t('Tổng quan', 'Overview')},
  {to: '/indicators', label: () => t('Chỉ tiêu', 'Indicators')},
  {to: '/tasks', label: () => t('Nhiệm vụ', 'Tasks')},
  {to: '/reports', label: () => t('Báo cáo', 'Reports')},
  {to: '/entry', label: () => t('Nhập số liệu', 'Data entry'), needs: 'submitMeasurement'},
  {to: '/verification', label: () => t('Xác nhận', 'Verification'), needs: 'verifyMeasurement'},
  {to: '/plans', label: () => t('Kế hoạch', 'Plans')},
  {to: '/public', label: () => t('Công khai', 'Public')},
];

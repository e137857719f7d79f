import { segments, usePlace } from '../../app/router';
import { CaseList } from './CaseList';
import { CasePage } from './CasePage';
import './cases.css';

export default function CasesRoom() {
  const { path } = usePlace();
  const [id] = segments(path, '/cases');
  return id ? <CasePage id={id} /> : <CaseList />;
}

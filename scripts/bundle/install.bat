@echo off
setlocal
cd /d "%~dp0"
set "PY="
py -@PYTHON@ -c "pass" >nul 2>nul && set "PY=py -@PYTHON@"
if not defined PY python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@PYTHON@')" >nul 2>nul && set "PY=python"
if not defined PY goto missing
%PY% install.py
set "CODE=%ERRORLEVEL%"
if not defined SCORER_NO_PAUSE pause
exit /b %CODE%
:missing
echo Python @PYTHON@ is needed and was not found. Please read the text file that opens now.
for %%f in (*.txt) do start "" notepad "%%f"
if not defined SCORER_NO_PAUSE pause
exit /b 1
